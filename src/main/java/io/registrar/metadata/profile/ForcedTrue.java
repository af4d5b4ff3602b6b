package io.registrar.metadata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.registrar.metadata.Applicability;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import java.util.Optional;
import java.util.Set;

/** A flag is switched on for every client that redirects, whatever it says; the response tells (reference A.6). */
record ForcedTrue(MetadataField field) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        // Nothing can be wrong: the value is not the client's.
    }

    @Override
    public Optional<JsonNode> forced(MetadataField of, ClientMetadata metadata) {
        return of == field && Applicability.REDIRECT_FLOW.appliesTo(metadata)
                ? Optional.of(BooleanNode.TRUE)
                : Optional.empty();
    }
}
