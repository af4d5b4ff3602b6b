package io.registrar.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.registrar.metadata.ErrorCode;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.Violation;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldRefusalsTest {

    private static final InvalidClientMetadataException REFUSAL = new InvalidClientMetadataException(
            List.of(new Violation("jwks_uri", "/jwks_uri", ErrorCode.INVALID_CLIENT_METADATA, "no")));

    private final HeldRefusals refusals = new HeldRefusals();

    private CompletableFuture<Object> held(Duration wait) {
        long moment = System.nanoTime() + wait.toNanos();
        return refusals.inTime(Uni.createFrom().failure(new HeldRefusalException(REFUSAL, moment)))
                .subscribeAsCompletionStage();
    }

    private static Throwable outcome(CompletableFuture<?> answer) {
        return assertThrows(CompletionException.class, answer::join).getCause();
    }

    @Test
    void aHeldRefusalIsAnsweredAtItsMoment() {
        long begin = System.nanoTime();
        assertEquals(REFUSAL, outcome(held(Duration.ofMillis(300))));
        assertTrue(System.nanoTime() - begin >= Duration.ofMillis(300).toNanos());
    }

    @Test
    void aMomentThatIsOverIsNotWaitedFor() {
        assertTrue(held(Duration.ofSeconds(-1)).isDone());
        assertEquals(REFUSAL, outcome(held(Duration.ofSeconds(-1))));
    }

    @Test
    void otherAnswersAreNotHeld() {
        assertTrue(refusals.inTime(Uni.createFrom().item("fine"))
                .subscribeAsCompletionStage()
                .isDone());
        assertEquals(
                REFUSAL,
                outcome(refusals.inTime(Uni.createFrom().failure(REFUSAL)).subscribeAsCompletionStage()));
    }

    @Test
    void thereIsRoomForAThousandAndAgainWhenTheyAreAnswered() {
        List<CompletableFuture<Object>> all =
                Stream.generate(() -> held(Duration.ofSeconds(2))).limit(1000).toList();
        assertThrows(TooManyRequestsException.class, refusals::requireRoom);
        all.forEach(HeldRefusalsTest::outcome);
        assertDoesNotThrow(refusals::requireRoom);
    }

    @Test
    void aCallerWhoGoesAwayMakesRoom() {
        List<CompletableFuture<Object>> all =
                Stream.generate(() -> held(Duration.ofMinutes(5))).limit(1000).toList();
        assertThrows(TooManyRequestsException.class, refusals::requireRoom);
        all.get(0).cancel(false);
        assertDoesNotThrow(refusals::requireRoom);
        all.forEach(answer -> answer.cancel(false));
    }

    @Test
    void theWaitIsToldInWholeSecondsThatAreEnough() {
        assertEquals(1, new TooManyRequestsException(Duration.ofNanos(1), "").retryAfterSeconds());
        assertEquals(6, new TooManyRequestsException(Duration.ofSeconds(6), "").retryAfterSeconds());
        assertEquals(7, new TooManyRequestsException(Duration.ofMillis(6001), "").retryAfterSeconds());
    }
}
