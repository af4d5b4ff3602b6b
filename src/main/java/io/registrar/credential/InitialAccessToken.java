package io.registrar.credential;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A token that an operator handed out for registering clients (RFC 7591 section 1.2; metadata reference, E.1), as it is
 * known after its issue: without its characters.
 *
 * @param id how operators name it; not secret
 * @param label what it is for, in the words of who issued it
 * @param policy the name of the registration policy that bounds what is registered with it
 * @param limits bounds that narrow the policy further, a JSON object
 * @param tenant the label that its clients get
 * @param maxUses how many registrations it is good for
 * @param uses how many there were
 * @param issuedBy who issued it
 * @param createdAt when
 * @param notBefore when its time begins; empty = at once
 * @param expiresAt when its time ends
 * @param revokedAt when an operator revoked it; empty = not
 */
public record InitialAccessToken(
        String id,
        String label,
        String policy,
        Optional<String> limits,
        String tenant,
        int maxUses,
        int uses,
        Owner issuedBy,
        Instant createdAt,
        Optional<Instant> notBefore,
        Instant expiresAt,
        Optional<Instant> revokedAt) {

    public InitialAccessToken {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(issuedBy);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(notBefore);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(revokedAt);
    }
}
