package io.registrar.metadata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RegistrationTerms;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a profile or a registration policy demands beyond the rules. It judges as any rule does, and says what the demand makes of
 * defaults, so that a client that leaves the matter to the server is not refused for what the server chose.
 */
public interface Tightening extends MetadataRule {

    /** The default under this demand; {@code usual} where it makes no difference. */
    default Optional<JsonNode> defaultOf(MetadataField field, Optional<JsonNode> usual, RegistrationTerms terms) {
        return usual;
    }

    /** Whether a client may have this value at all: a text, an element of an array of texts, one scope. */
    default boolean permits(MetadataField field, String value) {
        return true;
    }

    /** The largest number a client may have; {@code usual} where it makes no difference. */
    default long most(MetadataField field, long usual) {
        return usual;
    }

    /** The scopes of a client that names none, before the rules pick out those that it may have; empty for the usual. */
    default Optional<List<String>> defaultScopes() {
        return Optional.empty();
    }
}
