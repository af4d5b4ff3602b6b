package io.registrar.outbound;

/** A document could not be fetched. The message says why and is for the log only: no caller may read it. */
public final class FetchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    public FetchException(String why) {
        this(why, false);
    }

    private FetchException(String why, boolean passing) {
        // No stack trace: clients can provoke this, and it says nothing.
        super(why, null, false, false);
        this.passing = passing;
    }

    /** A failure of this service in this moment, which says nothing about the document. */
    static FetchException passing(String why) {
        return new FetchException(why, true);
    }

    /** Whether the next attempt may well go better, though nothing about the document changes. */
    boolean isPassing() {
        return passing;
    }
}
