package io.registrar.store;

import io.registrar.metadata.ClientMetadata;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A client as the store holds it.
 *
 * @param clientId its identifier
 * @param metadata its effective metadata
 * @param issuedAt when the identifier was issued
 * @param expiresAt when the client itself ends; empty = never
 * @param secret what is known of its newest secret; empty for a client without one
 */
public record StoredClient(
        String clientId,
        ClientMetadata metadata,
        Instant issuedAt,
        Optional<Instant> expiresAt,
        Optional<StoredSecret> secret) {

    public StoredClient {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(metadata);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(secret);
    }

    /** @param expiresAt the secret's end; empty = never */
    public record StoredSecret(Optional<Instant> expiresAt) {

        public StoredSecret {
            Objects.requireNonNull(expiresAt);
        }
    }
}
