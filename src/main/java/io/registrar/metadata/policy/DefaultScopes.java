package io.registrar.metadata.policy;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.profile.Tightening;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scopes of a client that names none; it refuses nothing. */
record DefaultScopes(List<String> scopes) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of();
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        // What a client may have is said elsewhere.
    }

    @Override
    public Optional<List<String>> defaultScopes() {
        return Optional.of(scopes);
    }
}
