package io.registrar.access;

/** Names of the authentication schemes: a resource names the one kind of credential by which it may be called. */
public final class CredentialScheme {

    /** JWT access tokens of the trusted issuer. */
    public static final String ACCESS_TOKEN = "access-token";

    /** Registration access tokens (RFC 7592). */
    public static final String REGISTRATION_ACCESS_TOKEN = "registration-access-token";

    private CredentialScheme() {}
}
