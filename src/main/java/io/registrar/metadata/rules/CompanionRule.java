package io.registrar.metadata.rules;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/**
 * A member that means nothing without another one: content encryption without key encryption (reference X12).
 *
 * @param field a member whose declaration names a companion
 */
record CompanionRule(MetadataField field) implements MemberRule {

    private MetadataField companion() {
        return field.companion().orElseThrow();
    }

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field, companion());
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.has(field) && !metadata.has(companion())) {
            context.refuse(field, "needs " + companion().name() + " beside it");
        }
    }
}
