package io.registrar.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Authenticates callers who manage clients: by access tokens, and by nothing else that the registration endpoint may
 * admit.
 */
@Singleton
class AccessTokenMechanism extends BearerMechanism {

    private final AccessTokens accessTokens;

    AccessTokenMechanism(AccessTokens accessTokens) {
        super(CredentialScheme.ACCESS_TOKEN);
        this.accessTokens = accessTokens;
    }

    @Override
    Uni<SecurityIdentity> judge(
            BearerCredential credential, RoutingContext context, IdentityProviderManager identities) {
        return accessTokens.recognises(credential)
                ? judgeAs(accessTokens, credential, context, identities)
                : Rejection.invalid();
    }
}
