package io.registrar.access;

/** A good token of an issuer with conditions meets none of them: 403, as for a scope that is missing. */
public final class ConditionsUnmetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConditionsUnmetException() {
        super("The token meets none of the conditions for its issuer", null, false, false);
    }
}
