package io.registrar.metadata.rules;

import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.SCOPE;
import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;

import io.registrar.metadata.AuthenticationMethod;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.GrantType;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Set;

/** Which clients may have which scopes (reference X31, X32). */
final class ScopeHolderRule implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(SCOPE, GRANT_TYPES, TOKEN_ENDPOINT_AUTH_METHOD);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        List<String> scopes = metadata.words(SCOPE);
        boolean user = metadata.texts(GRANT_TYPES).stream().anyMatch(GrantType.ON_BEHALF_OF_A_USER::contains);
        if (scopes.contains("openid") && !user) {
            context.refuse(SCOPE, "openid needs a grant in which a user takes part, such as authorization_code");
        }
        boolean isPublic = metadata.is(TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.NONE);
        List<String> confidential = context.policy().confidentialOnlyScopes().orElse(List.of());
        if (isPublic && scopes.stream().anyMatch(confidential::contains)) {
            context.refuse(SCOPE, "names a scope for clients with credentials only");
        }
    }
}
