package io.registrar.http;

/** A request that is refused for what is around its document, whatever that says: 400, 408, 412, 413, 415. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param description for the caller; ASCII */
    RequestRefusedException(int status, String description) {
        super(description, null, false, false);
        this.status = status;
    }

    /** @param description for the caller; ASCII */
    public static RequestRefusedException badRequest(String description) {
        return new RequestRefusedException(400, description);
    }

    int status() {
        return status;
    }
}
