package io.registrar.access;

/** What a client asks for itself, an operator forbade (RFC 7592 sections 2.1 to 2.3: 403). */
public final class ProtectedClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProtectedClientException() {
        super("The client is protected from deletion", null, false, false);
    }
}
