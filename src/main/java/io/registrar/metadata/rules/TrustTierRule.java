package io.registrar.metadata.rules;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/**
 * A member that is safe from a trusted caller only (reference 0, trust tiers; A.12).
 *
 * @param field a member whose declaration names a tier
 */
record TrustTierRule(MetadataField field) implements MemberRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (context.isSent(field) && !context.terms().tier().isAtLeast(field.tier())) {
            context.refuse(field, "only a caller with a credential for registration may set this member");
        }
    }
}
