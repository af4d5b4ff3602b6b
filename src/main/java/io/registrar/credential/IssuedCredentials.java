package io.registrar.credential;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a new client is given: identifier, secret where its authentication method needs one, and the token for its own
 * configuration endpoint.
 *
 * @param clientId the identifier
 * @param issuedAt the one clock reading that everything issued with it is stamped with
 * @param secret empty for public clients and for clients that authenticate with keys
 * @param registrationAccessToken the RFC 7592 token; empty where clients do not manage themselves
 */
public record IssuedCredentials(
        String clientId, Instant issuedAt, Optional<IssuedSecret> secret, Optional<Secret> registrationAccessToken) {

    public IssuedCredentials {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(secret);
        Objects.requireNonNull(registrationAccessToken);
    }
}
