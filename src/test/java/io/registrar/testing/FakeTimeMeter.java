package io.registrar.testing;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Time that passes when a test says so. */
public final class FakeTimeMeter implements TimeMeter {

    private volatile long now;

    public void pass(Duration duration) {
        now += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return now;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
