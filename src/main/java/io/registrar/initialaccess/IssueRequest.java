package io.registrar.initialaccess;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An initial access token as it is asked for.
 *
 * @param label what it is for
 * @param lifetime how long it is good for, from its issue
 * @param notBefore when its time begins; empty = at once
 * @param maxUses how many registrations it is good for
 * @param policy the name of its registration policy
 * @param limits bounds that narrow the policy further, a JSON object
 * @param tenant the label that its clients get
 */
record IssueRequest(
        String label,
        Duration lifetime,
        Optional<Instant> notBefore,
        int maxUses,
        String policy,
        Optional<String> limits,
        String tenant) {

    IssueRequest {
        Objects.requireNonNull(label);
        Objects.requireNonNull(lifetime);
        Objects.requireNonNull(notBefore);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(tenant);
    }
}
