package io.registrar.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * So many of something in a time for each of many: a token bucket each, which fills evenly and holds what is allowed in
 * that time.
 *
 * @param <K> whom it is counted for
 */
public final class Allowance<K> {

    /** Whose bucket is dropped for want of room begins anew, so there is room for more than any deployment has. */
    private static final int MOST_BUCKETS = 10_000;

    private final LoadingCache<K, Bucket> buckets;

    /** @param clock where time comes from */
    public Allowance(int allowed, Duration per, TimeMeter clock) {
        // A bucket that nobody touched for that time is full again, like a new one.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .ticker(clock::currentTimeNanos)
                .expireAfterAccess(per)
                .build(key -> Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, per))
                        .build());
    }

    /**
     * Takes so many, all or none.
     *
     * @return how long to wait for that many; empty when they were there
     */
    public Optional<Duration> take(K whose, int many) {
        ConsumptionProbe probe = buckets.get(whose).tryConsumeAndReturnRemaining(many);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives one back that was taken for what did not come about. */
    public void giveBack(K whose) {
        buckets.get(whose).addTokens(1);
    }

    /** Takes so many, though they may not be there: who comes next waits the longer. */
    public void charge(K whose, int many) {
        buckets.get(whose).consumeIgnoringRateLimits(many);
    }

    /** Takes so many, or all that is there. */
    public void useUp(K whose, int many) {
        buckets.get(whose).tryConsumeAsMuchAsPossible(many);
    }
}
