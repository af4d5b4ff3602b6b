package io.registrar.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Authenticates by bearer tokens; which forms of them is for each mechanism to say (metadata reference, E.1, I.1). */
public abstract class BearerMechanism implements HttpAuthenticationMechanism {

    private final String scheme;

    /** @param scheme the name by which a resource chooses this mechanism; see {@link CredentialScheme} */
    protected BearerMechanism(String scheme) {
        this.scheme = scheme;
    }

    /** Judges a bearer token, or refuses it for its form. */
    protected abstract Uni<SecurityIdentity> judge(
            BearerCredential credential, RoutingContext context, IdentityProviderManager identities);

    /** For a request without {@code Authorization} header: nobody, unless a mechanism says otherwise. */
    protected Uni<SecurityIdentity> withoutCredential(RoutingContext context, IdentityProviderManager identities) {
        return Uni.createFrom().nullItem();
    }

    /** Has a credential judged as one kind, and as no other. */
    protected static Uni<SecurityIdentity> judgeAs(
            RegistrationCredential kind,
            BearerCredential credential,
            RoutingContext context,
            IdentityProviderManager identities) {
        return identities.authenticate(new PresentedCredential.Request(kind, credential, context, identities));
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        BearerCredential credential = BearerCredential.of(context.request());
        return switch (credential.form()) {
            case ABSENT -> withoutCredential(context, identities);
            case OTHER_SCHEME -> Uni.createFrom().nullItem();
            case MALFORMED -> Rejection.malformed();
            case BEARER -> judge(credential, context, identities);
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
