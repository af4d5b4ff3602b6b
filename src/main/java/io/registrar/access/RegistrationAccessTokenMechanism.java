package io.registrar.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.registrar.credential.RandomCredentials;
import io.registrar.credential.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** Authenticates callers of the client configuration endpoint (RFC 7592). */
@Singleton
class RegistrationAccessTokenMechanism extends BearerMechanism {

    RegistrationAccessTokenMechanism() {
        super(CredentialScheme.REGISTRATION_ACCESS_TOKEN);
    }

    @Override
    protected Uni<SecurityIdentity> judge(
            BearerCredential credential, RoutingContext context, IdentityProviderManager identities) {
        return credential.hasPrefix(RandomCredentials.REGISTRATION_ACCESS_TOKEN_PREFIX)
                ? identities.authenticate(new RegistrationAccessTokenRequest(Secret.of(credential.token())))
                : Rejection.invalid();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(RegistrationAccessTokenRequest.class);
    }
}
