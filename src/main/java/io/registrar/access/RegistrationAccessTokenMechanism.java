package io.registrar.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.registrar.access.BearerCredential.Form;
import io.registrar.credential.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** Authenticates callers of the client configuration endpoint (RFC 7592). */
@Singleton
class RegistrationAccessTokenMechanism extends BearerMechanism {

    RegistrationAccessTokenMechanism() {
        super(CredentialScheme.REGISTRATION_ACCESS_TOKEN, Form.REGISTRATION_ACCESS_TOKEN);
    }

    @Override
    Uni<SecurityIdentity> judge(String token, RoutingContext context, IdentityProviderManager identities) {
        return identities.authenticate(new RegistrationAccessTokenRequest(Secret.of(token)));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(RegistrationAccessTokenRequest.class);
    }
}
