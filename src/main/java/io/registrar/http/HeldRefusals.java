package io.registrar.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers refusals at their moment and not before; a refusal that waits holds a timer and no thread. */
@Singleton
public final class HeldRefusals {

    private static final int MOST = 1000;
    private static final Duration WAIT_FOR_ROOM = Duration.ofSeconds(5);

    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Asked before the work that may end in such a refusal: asked after it, the answer would tell when that was done.
     *
     * @throws TooManyRequestsException when too many refusals wait for their moment
     */
    public void requireRoom() {
        if (waiting.get() >= MOST) {
            throw new TooManyRequestsException(
                    WAIT_FOR_ROOM,
                    "Too many registrations are being refused at the moment; send the request again later");
        }
    }

    /** The same answer; if it is a held refusal, later. */
    <T> Uni<T> inTime(Uni<T> answer) {
        return answer.onFailure(HeldRefusalException.class).recoverWithUni(held -> later(held));
    }

    private <T> Uni<T> later(HeldRefusalException held) {
        Duration wait = held.waitingTime();
        if (wait.isNegative() || wait.isZero()) {
            return Uni.createFrom().failure(held.refusal());
        }
        waiting.incrementAndGet();
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(wait)
                .onTermination()
                .invoke(waiting::decrementAndGet)
                .onItem()
                .transformToUni(over -> Uni.createFrom().failure(held.refusal()));
    }
}
