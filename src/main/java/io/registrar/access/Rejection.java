package io.registrar.access;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;

/** The ways in which a credential fails. An invalid one fails in one way only, whatever is wrong with it. */
final class Rejection {

    private Rejection() {}

    static <T> Uni<T> malformed() {
        return Uni.createFrom().failure(new AuthenticationFailedException(new MalformedCredentialException()));
    }

    static <T> Uni<T> invalid() {
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    static <T> Uni<T> unavailable(Throwable cause) {
        return Uni.createFrom().failure(new IssuerUnavailableException(cause));
    }
}
