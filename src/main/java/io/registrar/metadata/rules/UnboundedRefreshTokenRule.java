package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.ABSOLUTE_REFRESH_TOKEN_LIFETIME;
import static io.registrar.metadata.MetadataFields.REFRESH_TOKEN_EXPIRATION;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.TrustTier;
import java.util.Set;

/** Refresh tokens without an absolute end are for operators to grant, and end at least for want of use (A.12). */
final class UnboundedRefreshTokenRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(ABSOLUTE_REFRESH_TOKEN_LIFETIME, REFRESH_TOKEN_EXPIRATION);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.number(ABSOLUTE_REFRESH_TOKEN_LIFETIME)
                .filter(seconds -> seconds == 0)
                .isEmpty()) {
            return;
        }
        if (!context.terms().tier().isAtLeast(TrustTier.OPERATOR)) {
            context.refuse(ABSOLUTE_REFRESH_TOKEN_LIFETIME, "only an operator may set 0, no absolute end");
        } else if (!metadata.is(REFRESH_TOKEN_EXPIRATION, "Sliding")) {
            context.refuse(ABSOLUTE_REFRESH_TOKEN_LIFETIME, "0 needs refresh_token_expiration Sliding");
        }
    }
}
