package io.registrar.access;

/**
 * A token cannot be judged now, because its issuer's keys cannot be fetched: 503 and not 401, which would make callers
 * drop good tokens (metadata reference, I.2).
 */
public final class IssuerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IssuerUnavailableException(Throwable cause) {
        super("The token issuer's keys cannot be fetched", cause);
    }
}
