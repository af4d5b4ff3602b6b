package io.registrar.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.registrar.credential.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Authenticates callers of the client configuration endpoint (RFC 7592). Nothing but a registration access token is
 * ever judged here: an access token is refused by its form and never reaches the JWT code.
 */
@ApplicationScoped
class RegistrationAccessTokenMechanism implements HttpAuthenticationMechanism {

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        BearerCredential credential = BearerCredential.of(context.request());
        return switch (credential.form()) {
            case ABSENT -> Uni.createFrom().nullItem();
            case MALFORMED -> Rejection.malformed();
            case ACCESS_TOKEN, UNKNOWN -> Rejection.invalid();
            case REGISTRATION_ACCESS_TOKEN ->
                identities.authenticate(new RegistrationAccessTokenRequest(Secret.of(credential.token())));
        };
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(RegistrationAccessTokenRequest.class);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Rejection.challenge();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(
                        HttpCredentialTransport.Type.AUTHORIZATION,
                        "bearer",
                        CredentialScheme.REGISTRATION_ACCESS_TOKEN));
    }
}
