package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.IssuedSecret;
import io.registrar.credential.Secret;
import io.registrar.credential.SecretDigest;
import io.registrar.metadata.ValidatedClient;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that must stand or fall together when a client's registration is replaced.
 *
 * @param replaced the client as it was when the replacement was made for it
 * @param client its new metadata, which only the validator can make; without the need for a secret all secrets go
 * @param secret a secret that was issued with it; empty leaves those there are
 * @param token a registration access token that was issued with it; empty leaves those there are
 * @param at the one clock reading that all of it is stamped with
 * @param event the entry for the audit trail
 */
public record Replacement(
        StoredClient replaced,
        ValidatedClient client,
        Optional<NewSecret> secret,
        Optional<NewToken> token,
        Instant at,
        AuditEvent event) {

    public Replacement {
        Objects.requireNonNull(replaced);
        Objects.requireNonNull(client);
        Objects.requireNonNull(secret);
        Objects.requireNonNull(token);
        Objects.requireNonNull(at);
        Objects.requireNonNull(event);
    }

    /** When the client itself ends from now on; empty = never. */
    Optional<Instant> expiresAt() {
        return client.lifetime().map(at::plus);
    }

    /**
     * @param issued the new secret
     * @param previousUntil how long the one before it stays valid at most; any older one goes at once
     */
    public record NewSecret(IssuedSecret issued, Instant previousUntil) {

        public NewSecret {
            Objects.requireNonNull(issued);
            Objects.requireNonNull(previousUntil);
        }
    }

    /**
     * @param issued the new registration access token
     * @param presented the one by which it was asked for
     * @param previousUntil how long that one stays valid at most
     */
    public record NewToken(Secret issued, SecretDigest presented, Instant previousUntil) {

        public NewToken {
            Objects.requireNonNull(issued);
            Objects.requireNonNull(presented);
            Objects.requireNonNull(previousUntil);
        }
    }
}
