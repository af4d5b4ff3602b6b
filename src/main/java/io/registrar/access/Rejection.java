package io.registrar.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The ways in which a credential fails. An invalid one fails in one way only, whatever is wrong with it. */
final class Rejection {

    private Rejection() {}

    static Uni<SecurityIdentity> malformed() {
        return Uni.createFrom().failure(new AuthenticationFailedException(new MalformedCredentialException()));
    }

    static Uni<SecurityIdentity> invalid() {
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    static Uni<SecurityIdentity> unavailable(Throwable cause) {
        return Uni.createFrom().failure(new IssuerUnavailableException(cause));
    }
}
