package io.registrar.access;

import com.nimbusds.jose.JWSHeader;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.access.IssuerKeys.Match;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * Verifies access tokens: a token is judged by its header first, then handed to quarkus-oidc for key, signature and
 * claims (metadata reference, I.2).
 */
@Singleton
class AccessTokenVerification {

    private final OidcAuthenticationMechanism oidc;
    private final IssuerKeys keys;
    private final KeyRefresh refresh;
    private final AccessTokenHeader headers;

    AccessTokenVerification(
            OidcAuthenticationMechanism oidc, IssuerKeys keys, KeyRefresh refresh, AccessSettings settings) {
        this.oidc = oidc;
        this.keys = keys;
        this.refresh = refresh;
        this.headers = new AccessTokenHeader(settings);
    }

    /** The identity that quarkus-oidc makes of an admitted token: its principal holds the claims. */
    Uni<SecurityIdentity> verify(String token, RoutingContext context, IdentityProviderManager identities) {
        // quarkus-oidc reads the header itself, and knows one blank after the scheme only.
        context.request().headers().set("Authorization", "Bearer " + token);
        return headers.admitted(token)
                .map(header -> judge(header, context, identities))
                .orElseGet(Rejection::invalid);
    }

    private Uni<SecurityIdentity> judge(JWSHeader header, RoutingContext context, IdentityProviderManager identities) {
        return switch (keys.match(header)) {
            case KNOWN -> verify(header, context, identities);
            case UNKNOWN ->
                refresh.orElseAfter(
                        () -> fetchAndVerify(header, context, identities),
                        () -> judgeOnce(header, context, identities));
            case UNFIT -> Rejection.invalid();
        };
    }

    /** For a token whose key was unknown before the latest fetch: it is not a reason for one more. */
    private Uni<SecurityIdentity> judgeOnce(
            JWSHeader header, RoutingContext context, IdentityProviderManager identities) {
        return switch (keys.match(header)) {
            case KNOWN -> verify(header, context, identities);
            case UNKNOWN -> keys.isCurrent() ? Rejection.invalid() : Rejection.unavailable(null);
            case UNFIT -> Rejection.invalid();
        };
    }

    private Uni<SecurityIdentity> fetchAndVerify(
            JWSHeader header, RoutingContext context, IdentityProviderManager identities) {
        return verify(header, context, identities)
                .ifNoItem()
                .after(IssuerKeys.LONGEST_FETCH)
                .recoverWithUni(() -> unavailable(null));
    }

    private Uni<SecurityIdentity> verify(JWSHeader header, RoutingContext context, IdentityProviderManager identities) {
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
}
