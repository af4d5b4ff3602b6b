package io.registrar.access;

import com.nimbusds.jose.JWSHeader;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.registrar.access.IssuerKeys.Match;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * Authenticates callers of the registration endpoint. What is not an access token by its form ends here; what is one is
 * judged by its header, then handed to quarkus-oidc for key, signature and claims.
 */
@ApplicationScoped
class AccessTokenMechanism implements HttpAuthenticationMechanism {

    private final OidcAuthenticationMechanism oidc;
    private final IssuerKeys keys;
    private final AccessTokenHeader headers;

    AccessTokenMechanism(OidcAuthenticationMechanism oidc, IssuerKeys keys, AccessSettings settings) {
        this.oidc = oidc;
        this.keys = keys;
        this.headers = new AccessTokenHeader(settings);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        BearerCredential credential = BearerCredential.of(context.request());
        return switch (credential.form()) {
            case ABSENT -> Uni.createFrom().nullItem();
            case MALFORMED -> Rejection.malformed();
            case REGISTRATION_ACCESS_TOKEN, UNKNOWN -> Rejection.invalid();
            case ACCESS_TOKEN -> judge(credential.token(), context, identities);
        };
    }

    private Uni<SecurityIdentity> judge(String token, RoutingContext context, IdentityProviderManager identities) {
        return headers.admitted(token)
                .map(header -> judge(header, token, context, identities))
                .orElseGet(Rejection::invalid);
    }

    private Uni<SecurityIdentity> judge(
            JWSHeader header, String token, RoutingContext context, IdentityProviderManager identities) {
        Match match = keys.match(header);
        if (match == Match.UNFIT) {
            return Rejection.invalid();
        }
        if (match == Match.UNKNOWN && !keys.mayRefresh()) {
            return keys.isCurrent() ? Rejection.invalid() : Rejection.unavailable(null);
        }
        Uni<SecurityIdentity> judged = judgeByOidc(header, token, context, identities);
        return match == Match.KNOWN
                ? judged
                : judged.ifNoItem().after(IssuerKeys.LONGEST_FETCH).recoverWithUni(() -> unavailable(null));
    }

    private Uni<SecurityIdentity> judgeByOidc(
            JWSHeader header, String token, RoutingContext context, IdentityProviderManager identities) {
        // quarkus-oidc reads the header itself, and knows one blank after the scheme only.
        context.request().headers().set("Authorization", "Bearer " + token);
        return oidc.authenticate(context, identities)
                // quarkus-oidc takes a key by its id alone: one that was fetched just now is looked at here.
                .flatMap(identity ->
                        keys.match(header) == Match.KNOWN ? Uni.createFrom().item(identity) : Rejection.invalid())
                .onFailure()
                .recoverWithUni(this::explain);
    }

    private Uni<SecurityIdentity> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException) {
                return unavailable(failure);
            }
        }
        return failure instanceof AuthenticationFailedException
                ? Rejection.invalid()
                : Uni.createFrom().failure(failure);
    }

    private Uni<SecurityIdentity> unavailable(Throwable cause) {
        keys.fetchFailed();
        return Rejection.unavailable(cause);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Rejection.challenge();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(
                        HttpCredentialTransport.Type.AUTHORIZATION, "bearer", CredentialScheme.ACCESS_TOKEN));
    }
}
