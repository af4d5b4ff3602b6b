package io.registrar.access;

/** Names of the authentication schemes: a resource names the kinds of credential by which it may be called. */
public final class CredentialScheme {

    /** Whatever this deployment admits to the registration endpoint; see {@link RegistrationCredential}. */
    public static final String REGISTRATION = "registration";

    /** JWT access tokens of the trusted issuers, and nothing else. */
    public static final String ACCESS_TOKEN = "access-token";

    /** Registration access tokens (RFC 7592). */
    public static final String REGISTRATION_ACCESS_TOKEN = "registration-access-token";

    private CredentialScheme() {}
}
