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
 */
public record Caller(
        CredentialKind kind,
        Optional<String> issuer,
        Optional<String> subject,
        Optional<String> clientId,
        Optional<String> tokenId) {

    public Caller {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(tokenId);
    }

    /** As the owner of what this caller registers. */
    public Owner asOwner() {
        return new Owner(kind, issuer, subject, clientId);
    }
}
