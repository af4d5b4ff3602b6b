package io.registrar.access.issuer;

import io.github.bucket4j.Bucket;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.access.AccessSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Bounds the fetches from one issuer that tokens of unknown keys cause: without a bound anybody could turn this service into a load on
 * the issuer by inventing key ids (metadata reference, I.2). One fetch is under way at a time, and whoever comes
 * meanwhile waits for it, so that a rush of tokens of a new key costs one.
 */
final class KeyRefresh {

    private final Bucket allowed;
    private final AtomicReference<CompletableFuture<Void>> underWay = new AtomicReference<>();

    /** @throws ConfigurationException when no fetch would ever be allowed, or as many as there are tokens */
    KeyRefresh(AccessSettings settings) {
        // Here, because issuers are made before settings are checked.
        AccessSettingsCheck.require(
                settings.keyRefreshBurst() > 0, "registrar.access.key-refresh-burst must be at least 1");
        AccessSettingsCheck.require(
                settings.keyRefreshInterval().compareTo(Duration.ZERO) > 0,
                "registrar.access.key-refresh-interval must be longer than nothing");
        allowed = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.keyRefreshBurst()).refillGreedy(1, settings.keyRefreshInterval()))
                .build();
    }

    /**
     * Makes the attempt that fetches, where no other is under way and one more is allowed; otherwise what is to be done
     * without a fetch, after the one under way.
     */
    <T> Uni<T> orElseAfter(Supplier<Uni<T>> attempt, Supplier<Uni<T>> withoutFetch) {
        CompletableFuture<Void> own = new CompletableFuture<>();
        CompletableFuture<Void> other = underWay.compareAndExchange(null, own);
        if (other != null) {
            return onOwnEventLoop(Uni.createFrom().completionStage(other)).chain(ignored -> withoutFetch.get());
        }
        if (!allowed.tryConsume(1)) {
            release(own);
            return withoutFetch.get();
        }
        return Uni.createFrom().deferred(attempt::get).onTermination().invoke(() -> release(own));
    }

    private void release(CompletableFuture<Void> own) {
        underWay.set(null);
        own.complete(null);
    }

    private static <T> Uni<T> onOwnEventLoop(Uni<T> awaited) {
        Context own = Vertx.currentContext();
        return own == null ? awaited : awaited.emitOn(work -> own.runOnContext(ignored -> work.run()));
    }
}
