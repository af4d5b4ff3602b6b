package io.registrar.access.issuer;

import io.registrar.credential.Caller;

/** A good token of an issuer with conditions meets none of them: 403, as for a scope that is missing. */
public final class ConditionsUnmetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    ConditionsUnmetException(Caller caller) {
        super("The token meets none of the conditions for its issuer", null, false, false);
        this.caller = caller;
    }

    /** Whose token it is. */
    public Caller caller() {
        return caller;
    }
}
