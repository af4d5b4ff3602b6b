package io.registrar.store;

/** The database cannot be reached, or did not answer in time: the request may be sent again later (HTTP 503). */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause for the log only */
    public StoreUnavailableException(Throwable cause) {
        super("The client store is unavailable", cause);
    }
}
