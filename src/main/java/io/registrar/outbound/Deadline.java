package io.registrar.outbound;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The moment at which a fetch is given up, whatever it is doing then. */
final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** This one, or an earlier one. */
    Deadline atMost(Duration time) {
        long other = System.nanoTime() + time.toNanos();
        return other - at < 0 ? new Deadline(other) : this;
    }

    long remainingNanos() {
        return Math.max(0, at - System.nanoTime());
    }

    /** Waits for a result; when it comes too late, or not at all, the future fails for whoever works on it, too. */
    <T> T await(CompletableFuture<T> future, String what) {
        try {
            return future.get(remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failed(future, new FetchException(what + " took too long"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(future, FetchException.passing(what + " was interrupted"));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FetchException known
                    ? known
                    : new FetchException(what + " failed: " + e.getCause());
        }
    }

    private static FetchException failed(CompletableFuture<?> future, FetchException failure) {
        future.completeExceptionally(failure);
        return failure;
    }
}
