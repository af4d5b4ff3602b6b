package io.registrar.credential;

import java.util.regex.Pattern;

/**
 * A kind of credential that a caller may present; decided by its form before any check (metadata reference, E.1). Not an
 * enumeration: whoever adds a kind adds the class that judges it, and nothing here.
 *
 * @param wireName the name in the store and in the audit trail: lower-case words joined by underscores
 */
public record CredentialKind(String wireName) {

    // Before the kinds, which are checked by it.
    private static final Pattern NAME = Pattern.compile("[a-z]++(?:_[a-z]++)*+");

    /** A token that an operator handed out for registering (RFC 7591 section 1.2). */
    public static final CredentialKind INITIAL_ACCESS_TOKEN = new CredentialKind("initial_access_token");

    /** A JWT access token of a trusted issuer (RFC 9068). */
    public static final CredentialKind ACCESS_TOKEN = new CredentialKind("access_token");

    /** The token issued with a registration, good for that one client (RFC 7592 section 1.2). */
    public static final CredentialKind REGISTRATION_ACCESS_TOKEN = new CredentialKind("registration_access_token");

    /** No credential, where none is asked for. */
    public static final CredentialKind OPEN = new CredentialKind("open");

    /** A credential that was not accepted, so that nothing is known of who sent it. */
    public static final CredentialKind UNKNOWN = new CredentialKind("unknown");

    /** @throws IllegalArgumentException when that is no such name */
    public CredentialKind {
        if (!NAME.matcher(wireName).matches()) {
            throw new IllegalArgumentException("No kind of credential: " + wireName);
        }
    }

    /**
     * The kind of that name.
     *
     * @param wireName as in the store
     */
    public static CredentialKind of(String wireName) {
        return new CredentialKind(wireName);
    }

    /** The name in the configuration, which has hyphens where the store has underscores. */
    public String settingName() {
        return wireName.replace('_', '-');
    }
}
