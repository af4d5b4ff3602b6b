package io.registrar.http;

/** A request that is refused for its framing, whatever it asks for: 408, 413, 415. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param description for the caller; ASCII */
    RequestRefusedException(int status, String description) {
        super(description, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
