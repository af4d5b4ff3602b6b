package io.registrar.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.registrar.access.BearerCredential.Form;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Authenticates by bearer tokens of one form. A token of any other form is refused for its form alone and never meets
 * the code that judges this one (metadata reference, E.1).
 */
abstract class BearerMechanism implements HttpAuthenticationMechanism {

    private final String scheme;
    private final Form form;

    /** @param scheme the name by which a resource chooses this mechanism; see {@link CredentialScheme} */
    BearerMechanism(String scheme, Form form) {
        this.scheme = scheme;
        this.form = form;
    }

    /** Judges a token that has the right form. */
    abstract Uni<SecurityIdentity> judge(String token, RoutingContext context, IdentityProviderManager identities);

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        BearerCredential credential = BearerCredential.of(context.request());
        return switch (credential.form()) {
            case ABSENT -> Uni.createFrom().nullItem();
            case MALFORMED -> Rejection.malformed();
            default -> credential.form() == form ? judge(credential.token(), context, identities) : Rejection.invalid();
        };
    }

    /** Challenges are written where errors are mapped to HTTP; this one is for a framework that asks all the same. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"dcr\""));
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer", scheme));
    }
}
