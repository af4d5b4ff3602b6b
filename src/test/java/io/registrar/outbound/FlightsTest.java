package io.registrar.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private static final FetchRequest DOCUMENT = FetchRequest.ofClient("https://sector.example.com/");

    private final Flights flights = new Flights(Duration.ofSeconds(30), Ticker.systemTicker());

    private JsonNode join(Supplier<JsonNode> fetch) {
        return flights.join(DOCUMENT, Deadline.after(Duration.ofSeconds(10)), fetch);
    }

    private static Supplier<JsonNode> failing(FetchException failure) {
        return () -> {
            throw failure;
        };
    }

    @Test
    void aFailureOfTheDocumentAnswersTheNextRequestToo() {
        FetchException failure = new FetchException("the status was 500");
        assertEquals(failure, assertThrows(FetchException.class, () -> join(failing(failure))));
        assertEquals(failure, assertThrows(FetchException.class, () -> join(() -> BooleanNode.TRUE)));
    }

    @Test
    void aFailureOfTheMomentAnswersNobodyElse() {
        FetchException failure = FetchException.passing("too many fetches are under way");
        assertEquals(failure, assertThrows(FetchException.class, () -> join(failing(failure))));
        assertEquals(BooleanNode.TRUE, join(() -> BooleanNode.TRUE));
    }
}
