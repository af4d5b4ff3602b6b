package io.registrar.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One flight per document: who asks meanwhile waits for its end, and a failure counts for a while (F.1 step 11). What
 * failed for want of room here is forgotten at once: others would pay for it, and the document is not to blame.
 */
final class Flights {

    private static final int MOST_REMEMBERED = 1000;

    /** How a fetch ended: with a document, or with why there is none. */
    private record Outcome(JsonNode document, FetchException failure) {

        boolean saysNoOfTheDocument() {
            return failure != null && !failure.isPassing();
        }

        JsonNode get() {
            if (failure != null) {
                throw failure;
            }
            return document;
        }
    }

    private final AsyncCache<FetchRequest, Outcome> flights;

    Flights(Duration failuresKept, Ticker ticker) {
        this.flights = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .ticker(ticker)
                .expireAfter(Expiry.<FetchRequest, Outcome>creating(
                        (request, outcome) -> outcome.saysNoOfTheDocument() ? failuresKept : Duration.ZERO))
                .buildAsync();
    }

    /** What the fetch that is under way brings, or this one. */
    JsonNode join(FetchRequest request, Deadline deadline, Supplier<JsonNode> fetch) {
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> first = flights.asMap().putIfAbsent(request, mine);
        if (first == null) {
            mine.complete(outcome(fetch));
            return mine.join().get();
        }
        // A copy: who gives up waiting must not end the flight of the others.
        return deadline.await(first.copy(), "waiting for another fetch").get();
    }

    private static Outcome outcome(Supplier<JsonNode> fetch) {
        try {
            return new Outcome(fetch.get(), null);
        } catch (FetchException e) {
            return new Outcome(null, e);
        } catch (RuntimeException | Error e) {
            return new Outcome(null, new FetchException(e.toString()));
        }
    }
}
