package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.GRANT_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.TrustTier;
import java.util.Optional;
import java.util.Set;

/** Grants in which a client comes with a token of somebody else are safe from a trusted caller only (reference B.4). */
final class TrustedGrantRule implements MetadataRule {

    private static final String ADVICE = "only a caller with a credential for registration may use this grant";

    @Override
    public Set<MetadataField> reads() {
        return Set.of(GRANT_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!context.terms().tier().isAtLeast(TrustTier.AUTHENTICATED)) {
            context.judge(
                    metadata,
                    GRANT_TYPES,
                    grant -> GrantType.WITH_TOKENS_OF_OTHERS.contains(grant) ? Optional.of(ADVICE) : Optional.empty());
        }
    }
}
