package io.registrar.credential;

import java.util.stream.Stream;

/** The kinds of credential a caller may present; decided by its form before any check (metadata reference, E.1). */
public enum CredentialKind {
    /** A token that an operator handed out for registering (RFC 7591 section 1.2). */
    INITIAL_ACCESS_TOKEN("initial_access_token"),
    /** A JWT access token of a trusted issuer (RFC 9068). */
    ACCESS_TOKEN("access_token"),
    /** The token issued with a registration, good for that one client (RFC 7592 section 1.2). */
    REGISTRATION_ACCESS_TOKEN("registration_access_token");

    private final String wireName;

    CredentialKind(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The kind of that name.
     *
     * @param wireName as in the store
     */
    public static CredentialKind of(String wireName) {
        return Stream.of(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of credential: " + wireName));
    }

    /** The name in the store and in the audit trail. */
    public String wireName() {
        return wireName;
    }
}
