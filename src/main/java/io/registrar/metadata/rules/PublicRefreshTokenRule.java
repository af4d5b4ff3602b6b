package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.DPOP_BOUND_ACCESS_TOKENS;
import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.REFRESH_TOKEN_USAGE;
import static io.registrar.metadata.MetadataFields.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** Refresh tokens of public clients rotate or are bound to a key (RFC 9700 §2.2.2, §4.14; reference A.12, B.4). */
final class PublicRefreshTokenRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(
                GRANT_TYPES,
                TOKEN_ENDPOINT_AUTH_METHOD,
                REFRESH_TOKEN_USAGE,
                DPOP_BOUND_ACCESS_TOKENS,
                TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean refreshes = metadata.texts(GRANT_TYPES).contains(GrantType.REFRESH_TOKEN);
        boolean isPublic = metadata.is(TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.NONE);
        boolean reused = metadata.is(REFRESH_TOKEN_USAGE, "ReUse");
        boolean bound =
                metadata.flag(DPOP_BOUND_ACCESS_TOKENS) || metadata.flag(TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS);
        if (refreshes && isPublic && reused && !bound) {
            context.refuse(
                    REFRESH_TOKEN_USAGE,
                    "a public client must use OneTimeOnly, or bind its tokens with dpop_bound_access_tokens");
        }
    }
}
