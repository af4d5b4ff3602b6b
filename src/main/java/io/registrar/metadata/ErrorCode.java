package io.registrar.metadata;

/** The registration error codes a client's metadata can lead to (RFC 7591 §3.2.2). All of them travel with HTTP 400. */
public enum ErrorCode {
    INVALID_REDIRECT_URI("invalid_redirect_uri"),
    INVALID_CLIENT_METADATA("invalid_client_metadata"),
    INVALID_SOFTWARE_STATEMENT("invalid_software_statement"),
    UNAPPROVED_SOFTWARE_STATEMENT("unapproved_software_statement");

    private final String wire;

    ErrorCode(String wire) {
        this.wire = wire;
    }

    /** The value of the response member {@code error}. */
    public String wire() {
        return wire;
    }
}
