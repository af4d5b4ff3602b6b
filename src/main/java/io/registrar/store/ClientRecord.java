package io.registrar.store;

import io.registrar.credential.Owner;
import io.registrar.metadata.ClientMetadata;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A client with where it comes from: for its owner and for operators.
 *
 * @param clientId its identifier
 * @param metadata its effective metadata
 * @param owner who registered it
 * @param ownerTokenId the id of the token that it was registered with
 * @param policy the name of the registration policy that bounds it
 * @param tenant its label
 * @param version counts what is done to it
 * @param isEnabled whether identity servers see it
 * @param isProtected whether its deletion is forbidden
 * @param createdAt when it was registered
 * @param updatedAt when it was last replaced
 * @param expiresAt when it ends; empty = never
 */
public record ClientRecord(
        String clientId,
        ClientMetadata metadata,
        Owner owner,
        Optional<String> ownerTokenId,
        String policy,
        String tenant,
        int version,
        boolean isEnabled,
        boolean isProtected,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> expiresAt) {

    public ClientRecord {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(metadata);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(ownerTokenId);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(updatedAt);
        Objects.requireNonNull(expiresAt);
    }
}
