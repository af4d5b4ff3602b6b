package io.registrar.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetchSlotsTest {

    private static final int LIMIT = 20;

    private final FetchSlots slots = new FetchSlots(FetchLimits.STANDARD);
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    private static Deadline inAMinute() {
        return Deadline.after(Duration.ofMinutes(1));
    }

    private CompletableFuture<Void> run(String host, Runnable fetch) {
        return CompletableFuture.runAsync(
                () -> slots.run(host, inAMinute(), () -> {
                    fetch.run();
                    return true;
                }),
                callers);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(15, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twentyFetchesAreUnderWayAtATimeHoweverManyHostsThereAre() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch reached = new CountDownLatch(LIMIT);
        List<CompletableFuture<Void>> fetches = IntStream.range(0, 3 * LIMIT)
                .mapToObj(i -> run("host-" + i + ".example.com", () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    reached.countDown();
                    await(reached);
                    now.decrementAndGet();
                }))
                .toList();
        fetches.forEach(CompletableFuture::join);
        assertEquals(LIMIT, most.get());
    }

    @Test
    void whoGetsNoSlotInTimeHasLearntNothingOfTheDocument() {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            run("sector.example.com", () -> {
                busy.countDown();
                await(end);
            });
        }
        await(busy);

        FetchException failure = assertThrows(
                FetchException.class,
                () -> slots.run("sector.example.com", Deadline.after(Duration.ofMillis(50)), () -> true));
        assertTrue(failure.isPassing());
        assertTrue(slots.run("other.example.com", inAMinute(), () -> true), "another host is not concerned");
        end.countDown();
        assertTrue(slots.run("sector.example.com", inAMinute(), () -> true));
    }

    @Test
    void whoGetsASlotAtOnceLearnsOfTheDocument() {
        FetchException failure = assertThrows(
                FetchException.class,
                () -> slots.run("sector.example.com", inAMinute(), () -> {
                    throw new FetchException("the status was 500");
                }));
        assertFalse(failure.isPassing());
    }
}
