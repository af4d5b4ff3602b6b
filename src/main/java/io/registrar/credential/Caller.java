package io.registrar.credential;

import java.util.Objects;
import java.util.Optional;

/**
 * Who sent a request, as its accepted credential says: kept with the client it registers and in the audit trail.
 *
 * @param kind the kind of credential
 * @param issuer the token's {@code iss}
 * @param subject the token's {@code sub}
 * @param clientId the token's {@code client_id} (or {@code azp}, where that is missing): the calling client
 * @param tokenId the token's {@code jti}
 * @param policy the name of the registration policy that bounds what this caller may register; empty where the
 *     credential chooses none, because it registers nothing
 */
public record Caller(
        CredentialKind kind,
        Optional<String> issuer,
        Optional<String> subject,
        Optional<String> clientId,
        Optional<String> tokenId,
        Optional<String> policy) {

    public Caller {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(tokenId);
        Objects.requireNonNull(policy);
    }

    /**
     * A client that comes with its own registration access token.
     *
     * @param clientId the client; empty for a token of no client
     * @param policy the registration policy that binds what the client changes of itself
     */
    public static Caller client(Optional<String> clientId, Optional<String> policy) {
        return new Caller(
                CredentialKind.REGISTRATION_ACCESS_TOKEN,
                Optional.empty(),
                Optional.empty(),
                clientId,
                Optional.empty(),
                policy);
    }

    /** Whoever sent a credential that was not accepted, or none. */
    public static Caller unknown() {
        return new Caller(
                CredentialKind.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** As the owner of what this caller registers. */
    public Owner asOwner() {
        return new Owner(kind, issuer, subject, clientId);
    }
}
