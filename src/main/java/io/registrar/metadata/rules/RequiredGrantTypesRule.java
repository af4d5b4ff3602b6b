package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.GRANT_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** Grant types have a default, unless the deployment wants them said (reference L, {@code requireGrantTypes}). */
final class RequiredGrantTypesRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(GRANT_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!metadata.has(GRANT_TYPES)) {
            context.refuse(GRANT_TYPES, "required here; say which grants the client uses");
        }
    }
}
