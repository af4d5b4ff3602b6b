package io.registrar.metadata.rules;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/**
 * What the identity server cannot do at all is not registered; {@code false} and empty arrays ask for nothing.
 *
 * @param field a member whose declaration needs a feature
 */
record FeatureRule(MetadataField field) implements MemberRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.asks(field) && !context.capabilities().has(field.feature().orElseThrow())) {
            context.refuse(field, "not supported by this server; leave it out");
        }
    }
}
