package io.registrar.outbound;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import java.time.Duration;
import java.util.Optional;

/**
 * How many documents each caller may have fetched (reference F.1 step 11). What is answered from memory counts too: a
 * caller who asks for it again and again wants something else than an answer.
 */
public final class FetchAllowance {

    /** Whose bucket is dropped for want of room begins anew, so there is room for more than any deployment has. */
    private static final int MOST_CALLERS = 10_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A caller, whichever of its tokens it shows. */
    private record Key(CredentialKind kind, Optional<String> issuer, Optional<String> who) {

        static Key of(Caller caller) {
            return new Key(caller.kind(), caller.issuer(), caller.subject().or(caller::clientId));
        }
    }

    private final LoadingCache<Key, Bucket> buckets;

    FetchAllowance(int perMinute, TimeMeter clock) {
        // A bucket that nobody touched for a minute is full again, like a new one.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .ticker(clock::currentTimeNanos)
                .expireAfterAccess(MINUTE)
                .build(key -> Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    /**
     * Takes so many fetches from what the caller has left, all or none.
     *
     * @return how long the caller must wait for that many; empty when it has them now
     */
    public Optional<Duration> take(Caller caller, int fetches) {
        if (fetches == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = buckets.get(Key.of(caller)).tryConsumeAndReturnRemaining(fetches);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
