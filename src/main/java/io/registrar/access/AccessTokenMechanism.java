package io.registrar.access;

import com.nimbusds.jose.JWSHeader;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.access.BearerCredential.Form;
import io.registrar.access.IssuerKeys.Match;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Authenticates callers of the registration endpoint: the token is judged by its header first, then handed to
 * quarkus-oidc for key, signature and claims.
 */
@Singleton
class AccessTokenMechanism extends BearerMechanism {

    private final OidcAuthenticationMechanism oidc;
    private final IssuerKeys keys;
    private final AccessTokenHeader headers;

    AccessTokenMechanism(OidcAuthenticationMechanism oidc, IssuerKeys keys, AccessSettings settings) {
        super(CredentialScheme.ACCESS_TOKEN, Form.ACCESS_TOKEN);
        this.oidc = oidc;
        this.keys = keys;
        this.headers = new AccessTokenHeader(settings);
    }

    @Override
    Uni<SecurityIdentity> judge(String token, RoutingContext context, IdentityProviderManager identities) {
        Optional<JWSHeader> header = headers.admitted(token);
        Match match = header.map(keys::match).orElse(Match.AMBIGUOUS);
        if (match == Match.AMBIGUOUS) {
            return Rejection.invalid();
        }
        if (match == Match.UNKNOWN && !keys.mayRefresh()) {
            return keys.isCurrent() ? Rejection.invalid() : Rejection.unavailable(null);
        }
        // quarkus-oidc reads the header itself, and knows one blank after the scheme only.
        context.request().headers().set("Authorization", "Bearer " + token);
        return oidc.authenticate(context, identities).onFailure().recoverWithUni(this::explain);
    }

    private Uni<SecurityIdentity> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException || cause instanceof IOException || cause instanceof TimeoutException) {
                keys.fetchFailed();
                return Rejection.unavailable(failure);
            }
        }
        return failure instanceof AuthenticationFailedException
                ? Rejection.invalid()
                : Uni.createFrom().failure(failure);
    }
}
