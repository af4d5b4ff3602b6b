package io.registrar.access.issuer;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.access.BearerCredential;
import io.registrar.access.BearerMechanism;
import io.registrar.access.CredentialScheme;
import io.registrar.access.Rejection;
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
    protected Uni<SecurityIdentity> judge(
            BearerCredential credential, RoutingContext context, IdentityProviderManager identities) {
        return accessTokens.recognises(credential)
                ? judgeAs(accessTokens, credential, context, identities)
                : Rejection.invalid();
    }
}
