package io.registrar.outbound;

/** A document could not be fetched. The message says why and is for the log only: no caller may read it. */
public final class FetchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FetchException(String why) {
        // No stack trace: clients can provoke this, and it says nothing.
        super(why, null, false, false);
    }
}
