package io.registrar.metadata;

/**
 * The error codes that a document of client metadata can lead to (RFC 7591 §3.2.2). All of them travel with HTTP 400.
 */
public enum ErrorCode {
    INVALID_REDIRECT_URI("invalid_redirect_uri"),
    INVALID_CLIENT_METADATA("invalid_client_metadata"),
    INVALID_SOFTWARE_STATEMENT("invalid_software_statement"),
    UNAPPROVED_SOFTWARE_STATEMENT("unapproved_software_statement"),
    /** Not the metadata is at fault but the use of the update itself (RFC 7592 §2.2). */
    INVALID_REQUEST("invalid_request");

    private final String wire;

    ErrorCode(String wire) {
        this.wire = wire;
    }

    /** The value of the response member {@code error}. */
    public String wire() {
        return wire;
    }
}
