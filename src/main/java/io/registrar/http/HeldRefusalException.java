package io.registrar.http;

import io.registrar.metadata.InvalidClientMetadataException;
import java.time.Duration;
import java.util.Objects;

/**
 * A refusal that is not answered before its moment: how long it took to come to it would say why it came (reference F.1
 * step 12).
 */
public final class HeldRefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final InvalidClientMetadataException refusal;
    private final long moment;

    /** @param moment when it may be answered, on the clock of {@link System#nanoTime} */
    public HeldRefusalException(InvalidClientMetadataException refusal, long moment) {
        super(refusal.getMessage(), null, false, false);
        this.refusal = Objects.requireNonNull(refusal);
        this.moment = moment;
    }

    InvalidClientMetadataException refusal() {
        return refusal;
    }

    /** How long that is from now, in whole milliseconds and never too few; less than nothing when it is over. */
    Duration waitingTime() {
        // Timers count milliseconds, and would round down.
        return Duration.ofMillis(Math.floorDiv(moment - System.nanoTime(), NANOS_PER_MILLI) + 1);
    }
}
