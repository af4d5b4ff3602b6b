package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.ABSOLUTE_REFRESH_TOKEN_LIFETIME;
import static io.registrar.metadata.MetadataFields.SLIDING_REFRESH_TOKEN_LIFETIME;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** A refresh token does not slide past its absolute end (reference X29). */
final class RefreshTokenLifetimeRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(ABSOLUTE_REFRESH_TOKEN_LIFETIME, SLIDING_REFRESH_TOKEN_LIFETIME);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        long absolute = metadata.number(ABSOLUTE_REFRESH_TOKEN_LIFETIME).orElse(0L);
        long sliding = metadata.number(SLIDING_REFRESH_TOKEN_LIFETIME).orElse(0L);
        if (absolute != 0 && sliding > absolute) {
            context.refuse(SLIDING_REFRESH_TOKEN_LIFETIME, "must not be longer than absolute_refresh_token_lifetime");
        }
    }
}
