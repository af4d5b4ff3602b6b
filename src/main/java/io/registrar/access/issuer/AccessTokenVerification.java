package io.registrar.access.issuer;

import com.nimbusds.jose.JWSHeader;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.access.PresentedCredential;
import io.registrar.access.Rejection;
import io.registrar.access.issuer.KeySet.Match;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
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

    AccessTokenVerification(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    /** The identity that quarkus-oidc makes of an admitted token of that issuer: its principal holds the claims. */
    Uni<SecurityIdentity> verify(TrustedIssuer issuer, PresentedCredential presented) {
        // quarkus-oidc reads the header itself, and knows one blank after the scheme only.
        presented.request().request().headers().set("Authorization", "Bearer " + presented.token());
        return issuer.header()
                .admitted(presented.token())
                .map(header -> new Attempt(issuer, header, presented).judge())
                .orElseGet(Rejection::invalid);
    }

    /** One token of one issuer. */
    private final class Attempt {

        private final KeySet keys;
        private final KeyRefresh refresh;
        private final JWSHeader header;
        private final PresentedCredential presented;

        Attempt(TrustedIssuer issuer, JWSHeader header, PresentedCredential presented) {
            this.keys = issuer.keys();
            this.refresh = issuer.refresh();
            this.header = header;
            this.presented = presented;
        }

        Uni<SecurityIdentity> judge() {
            return switch (keys.match(header)) {
                case KNOWN -> verify();
                case UNKNOWN -> refresh.orElseAfter(this::fetchAndVerify, this::judgeOnce);
                case UNFIT -> Rejection.invalid();
            };
        }

        /** For a token whose key was unknown before the latest fetch: it is not a reason for one more. */
        private Uni<SecurityIdentity> judgeOnce() {
            return switch (keys.match(header)) {
                case KNOWN -> verify();
                case UNKNOWN -> keys.isCurrent() ? Rejection.invalid() : Rejection.unavailable(null);
                case UNFIT -> Rejection.invalid();
            };
        }

        private Uni<SecurityIdentity> fetchAndVerify() {
            return verify().ifNoItem().after(IssuerKeys.LONGEST_FETCH).recoverWithUni(() -> unavailable(null));
        }

        private Uni<SecurityIdentity> verify() {
            return oidc.authenticate(presented.request(), presented.identities())
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
}
