package io.registrar.metadata;

import io.registrar.metadata.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is demanded of a client beyond the rules, as far as others than the one who demands it ask. */
public interface Demands {

    /** The profiles among them. */
    Set<Profile> profiles();

    /** Whether one of FAPI 2.0 is among them. */
    boolean isFapi();

    /** Whether a client may have this value. */
    boolean permits(MetadataField field, String value);

    /** The largest number that a client may have. */
    long most(MetadataField field, long usual);

    /** The scopes of a client that names none; empty for the usual. */
    Optional<List<String>> defaultScopes();
}
