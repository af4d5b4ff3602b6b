package io.registrar.outbound;

import com.google.common.util.concurrent.Striped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How many fetches run at one time, in all and from one host (reference F.1 step 11). */
final class FetchSlots {

    // Hosts that share a stripe share its slots: never more than the limit, at worst fewer.
    private static final int STRIPES = 1024;

    private final Semaphore all;
    private final Striped<Semaphore> ofHosts;

    FetchSlots(FetchLimits limits) {
        this.all = new Semaphore(limits.inFlight());
        this.ofHosts = Striped.lazyWeakSemaphore(STRIPES, limits.inFlightPerHost());
    }

    /** Fetches when there is a slot; who waits for a busy host holds none of the others'. */
    <T> T run(String host, Deadline deadline, Supplier<T> fetch) {
        return holding(ofHosts.get(host), deadline, () -> holding(all, deadline, fetch));
    }

    private static <T> T holding(Semaphore slots, Deadline deadline, Supplier<T> fetch) {
        boolean atOnce = slots.tryAcquire();
        if (!atOnce && !acquired(slots, deadline)) {
            throw FetchException.passing("too many fetches are under way");
        }
        try {
            return atOnce ? fetch.get() : late(fetch);
        } finally {
            slots.release();
        }
    }

    // The wait came out of the time for the fetch, so whether the document or the wait was too slow is not known.
    private static <T> T late(Supplier<T> fetch) {
        try {
            return fetch.get();
        } catch (FetchException e) {
            throw FetchException.passing("after a wait for others: " + e.getMessage());
        }
    }

    private static boolean acquired(Semaphore slots, Deadline deadline) {
        try {
            return slots.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
