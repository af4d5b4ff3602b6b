package io.registrar.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which rows of a long list are wanted.
 *
 * @param after where the page before ended; empty for the first one
 * @param limit how many rows at most
 */
public record PageRequest(Optional<Position> after, int limit) {

    public PageRequest {
        Objects.requireNonNull(after);
    }

    /**
     * A row's place in a list. It is made of what the row shows anyhow: the number of a row would tell how many there
     * were before, other callers' among them.
     *
     * @param recordedAt when the row was made, by the database's clock
     * @param id its identifier, for rows of the same moment
     */
    public record Position(Instant recordedAt, String id) {

        public Position {
            Objects.requireNonNull(recordedAt);
            Objects.requireNonNull(id);
        }
    }
}
