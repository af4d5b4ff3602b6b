package io.registrar.credential;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who registered a client, as long as it lives: what is the same in all credentials of one caller.
 *
 * @param kind the kind of credential
 * @param issuer the token's {@code iss}
 * @param subject the token's {@code sub}
 * @param clientId the token's {@code client_id} (or {@code azp}): the calling client, not the registered one
 */
public record Owner(CredentialKind kind, Optional<String> issuer, Optional<String> subject, Optional<String> clientId) {

    public Owner {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(clientId);
    }

    /** Whether this says who it is: without subject and client, or empty ones, all callers of an issuer would be one. */
    public boolean isSomebody() {
        return Stream.concat(subject.stream(), clientId.stream()).anyMatch(name -> !name.isBlank());
    }
}
