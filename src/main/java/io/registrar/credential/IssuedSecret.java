package io.registrar.credential;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A client secret at the moment of its issue.
 *
 * @param secret the plaintext, for the one response that shows it
 * @param expiresAt its end; empty = never
 */
public record IssuedSecret(Secret secret, Optional<Instant> expiresAt) {

    public IssuedSecret {
        Objects.requireNonNull(secret);
        Objects.requireNonNull(expiresAt);
    }
}
