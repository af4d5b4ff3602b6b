package io.registrar.access;

/** The request's credential is not one bearer token in one {@code Authorization} header (RFC 6750 section 3.1: 400). */
public final class MalformedCredentialException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedCredentialException() {
        super("Not one bearer token in one Authorization header", null, false, false);
    }
}
