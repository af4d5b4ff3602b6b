package io.registrar.metadata.rules;

import static io.registrar.metadata.AuthenticationMethod.CLIENT_SECRET_JWT;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** The method that would need the secret in plain text, which this service does not keep (reference X4). */
final class OfferedMethodRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.text(TOKEN_ENDPOINT_AUTH_METHOD)
                .filter(CLIENT_SECRET_JWT::equals)
                .isPresent()) {
            context.refuse(
                    TOKEN_ENDPOINT_AUTH_METHOD,
                    "client_secret_jwt needs the secret in plain text, and only its hash is kept; use private_key_jwt");
        }
    }
}
