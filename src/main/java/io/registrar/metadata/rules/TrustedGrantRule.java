package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.GRANT_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.TrustTier;
import java.util.List;
import java.util.Set;

/** Grants in which a client comes with a token of somebody else are safe from a trusted caller only (reference B.4). */
final class TrustedGrantRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(GRANT_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (context.terms().tier().isAtLeast(TrustTier.AUTHENTICATED)) {
            return;
        }
        List<String> grants = metadata.texts(GRANT_TYPES);
        for (int i = 0; i < grants.size(); i++) {
            if (GrantType.WITH_TOKENS_OF_OTHERS.contains(grants.get(i))) {
                context.refuse(GRANT_TYPES, i, "only a caller with a credential for registration may use this grant");
            }
        }
    }
}
