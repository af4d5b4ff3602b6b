package io.registrar.metadata.rules;

import static io.registrar.metadata.AuthenticationMethod.CLIENT_SECRET_JWT;
import static io.registrar.metadata.AuthenticationMethod.TLS_CLIENT_AUTH;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** Methods that need what this service does not keep (reference X4, X11). */
final class OfferedMethodRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        switch (metadata.text(TOKEN_ENDPOINT_AUTH_METHOD).orElse("")) {
            case CLIENT_SECRET_JWT ->
                context.refuse(
                        TOKEN_ENDPOINT_AUTH_METHOD,
                        "client_secret_jwt needs the secret in plain text, and only its hash is kept; use private_key_jwt");
            // X11: until a subject can be registered, the certificate could be anybody's.
            case TLS_CLIENT_AUTH ->
                context.refuse(
                        TOKEN_ENDPOINT_AUTH_METHOD,
                        "tls_client_auth needs a certificate subject, which can not be registered here yet;"
                                + " use self_signed_tls_client_auth or private_key_jwt");
            default -> {}
        }
    }
}
