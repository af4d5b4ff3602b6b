package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.REQUIRE_CLIENT_SECRET;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.Set;

/** require_client_secret says the same as the authentication method (reference X1, X30). */
final class ClientSecretFlagRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(REQUIRE_CLIENT_SECRET, TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean isPublic = metadata.is(TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.NONE);
        if (isPublic && metadata.flag(REQUIRE_CLIENT_SECRET)) {
            context.refuse(REQUIRE_CLIENT_SECRET, "must be false or absent with token_endpoint_auth_method none");
        } else if (!isPublic && !metadata.flag(REQUIRE_CLIENT_SECRET)) {
            context.refuse(REQUIRE_CLIENT_SECRET, "false needs token_endpoint_auth_method none");
        }
    }
}
