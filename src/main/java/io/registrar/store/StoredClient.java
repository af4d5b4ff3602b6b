package io.registrar.store;

import io.registrar.credential.Owner;
import io.registrar.credential.SecretDigest;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.TrustTier;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A client as the store holds it.
 *
 * @param clientId its identifier
 * @param owner who registered it
 * @param metadata its effective metadata
 * @param tier how far the caller that registered it was trusted
 * @param policy the name of the registration policy under which it was registered
 * @param limits bounds that narrow that policy for it, a JSON object
 * @param version counts what is done to it; whoever replaces or deletes it says which version was meant
 * @param isProtected whether an operator forbade its deletion
 * @param issuedAt when the identifier was issued
 * @param expiresAt when the client itself ends; empty = never
 * @param secret what is known of its newest secret; empty for a client without one
 */
public record StoredClient(
        String clientId,
        Owner owner,
        ClientMetadata metadata,
        TrustTier tier,
        String policy,
        Optional<String> limits,
        int version,
        boolean isProtected,
        Instant issuedAt,
        Optional<Instant> expiresAt,
        Optional<StoredSecret> secret) {

    public StoredClient {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(metadata);
        Objects.requireNonNull(tier);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(secret);
    }

    /**
     * @param digest what is kept of it
     * @param expiresAt the secret's end; empty = never
     * @param hasEnded whether that is over, by the store's clock
     */
    public record StoredSecret(SecretDigest digest, Optional<Instant> expiresAt, boolean hasEnded) {

        public StoredSecret {
            Objects.requireNonNull(digest);
            Objects.requireNonNull(expiresAt);
        }
    }
}
