package io.registrar.access;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;

/** The ways in which a credential fails. An invalid one fails in one way only, whatever is wrong with it. */
public final class Rejection {

    private Rejection() {}

    /** Not readable as one credential; HTTP 400. */
    static <T> Uni<T> malformed() {
        return Uni.createFrom().failure(new AuthenticationFailedException(new MalformedCredentialException()));
    }

    /** Not good, for whatever reason; HTTP 401. */
    public static <T> Uni<T> invalid() {
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    /**
     * Not to be judged now; HTTP 503.
     *
     * @param cause why; may be null
     */
    public static <T> Uni<T> unavailable(Throwable cause) {
        return Uni.createFrom().failure(new IssuerUnavailableException(cause));
    }
}
