package io.registrar.outbound;

import io.github.bucket4j.TimeMeter;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import io.registrar.limits.Allowance;
import java.time.Duration;
import java.util.Optional;

/**
 * How many documents each caller may have fetched (reference F.1 step 11). What is answered from memory counts too: a
 * caller who asks for it again and again wants something else than an answer.
 */
public final class FetchAllowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A caller, whichever of its tokens it shows. */
    private record Key(CredentialKind kind, Optional<String> issuer, Optional<String> who) {

        static Key of(Caller caller) {
            return new Key(caller.kind(), caller.issuer(), caller.subject().or(caller::clientId));
        }
    }

    private final Allowance<Key> fetches;

    FetchAllowance(int perMinute, TimeMeter clock) {
        this.fetches = new Allowance<>(perMinute, MINUTE, clock);
    }

    /**
     * Takes so many fetches from what the caller has left, all or none.
     *
     * @return how long the caller must wait for that many; empty when it has them now
     */
    public Optional<Duration> take(Caller caller, int many) {
        return many == 0 ? Optional.empty() : fetches.take(Key.of(caller), many);
    }
}
