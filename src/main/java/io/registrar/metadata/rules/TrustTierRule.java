package io.registrar.metadata.rules;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import java.util.HashSet;
import java.util.Set;

/**
 * A member that is safe from a trusted caller only (reference 0, trust tiers; A.12). Its default sets nothing: a client
 * may send back what it was told.
 *
 * @param field a member whose declaration names a tier
 */
record TrustTierRule(MetadataField field) implements MemberRule {

    @Override
    public Set<MetadataField> reads() {
        Set<MetadataField> reads = new HashSet<>(field.absent().reads());
        reads.add(field);
        return reads;
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean sets =
                context.isSent(field) && !context.defaultOf(field, metadata).equals(metadata.json(field));
        if (sets && !context.terms().tier().isAtLeast(field.tier())) {
            context.refuse(field, "only a caller with a credential for registration may set this member");
        }
    }
}
