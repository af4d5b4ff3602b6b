package io.registrar.metadata.rules;

import static io.registrar.metadata.AuthenticationMethod.PRIVATE_KEY_JWT;
import static io.registrar.metadata.AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH;
import static io.registrar.metadata.MetadataFields.JWKS;
import static io.registrar.metadata.MetadataFields.JWKS_URI;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.key.ClientKeys;
import java.util.Optional;
import java.util.Set;

/** Methods that work with the client's keys need keys fit for them (OpenID Connect Core §9, RFC 8705 §2.2, X7, X8). */
final class MethodKeysRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(TOKEN_ENDPOINT_AUTH_METHOD, JWKS, JWKS_URI);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        String method = metadata.text(TOKEN_ENDPOINT_AUTH_METHOD).orElse("");
        if (!method.equals(PRIVATE_KEY_JWT) && !method.equals(SELF_SIGNED_TLS_CLIENT_AUTH)) {
            return;
        }
        Optional<ClientKeys> keys = metadata.json(JWKS).map(ClientKeys::of);
        if (keys.isEmpty()) {
            // What a jwks_uri holds is seen when it is read (reference F.6).
            if (!metadata.has(JWKS_URI)) {
                context.refuse(TOKEN_ENDPOINT_AUTH_METHOD, method + " needs jwks or jwks_uri");
            }
        } else if (method.equals(PRIVATE_KEY_JWT) && !keys.get().canVerify()) {
            context.refuse(JWKS, "private_key_jwt needs a signature key");
        } else if (method.equals(SELF_SIGNED_TLS_CLIENT_AUTH) && !keys.get().allHaveCertificates()) {
            context.refuse(JWKS, "self_signed_tls_client_auth needs keys, each with its certificate in x5c");
        }
    }
}
