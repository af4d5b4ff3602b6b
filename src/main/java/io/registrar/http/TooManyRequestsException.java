package io.registrar.http;

import java.time.Duration;
import java.util.Objects;

/** A caller asks for more than its share: 429 (RFC 6585 section 4). */
public final class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /**
     * @param wait after how long the same request is within the share
     * @param description for the caller; ASCII
     */
    public TooManyRequestsException(Duration wait, String description) {
        super(description, null, false, false);
        this.wait = Objects.requireNonNull(wait);
    }

    /** Whole seconds, never too few. */
    long retryAfterSeconds() {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
