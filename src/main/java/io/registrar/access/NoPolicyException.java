package io.registrar.access;

/** A good credential of somebody for whom no registration policy is: 403, whatever was to be registered. */
public final class NoPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoPolicyException() {
        super("No registration policy is for the caller", null, false, false);
    }
}
