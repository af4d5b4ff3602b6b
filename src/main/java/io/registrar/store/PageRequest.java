package io.registrar.store;

import java.util.Objects;
import java.util.Optional;

/**
 * Which rows of a long list are wanted.
 *
 * @param after where the page before ended; empty for the first one
 * @param limit how many rows at most
 */
public record PageRequest(Optional<Long> after, int limit) {

    public PageRequest {
        Objects.requireNonNull(after);
    }

    long before() {
        return after.orElse(Long.MAX_VALUE);
    }
}
