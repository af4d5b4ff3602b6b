package io.registrar.store;

import io.registrar.store.PageRequest.Position;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a long list, newest first, and where the next ones begin: after a row, not after a number of rows, so that
 * no row is missed or met twice while others come and go.
 *
 * @param items the rows
 * @param next after which row the next page begins; empty on the last one
 */
public record Page<T>(List<T> items, Optional<Position> next) {

    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next);
    }

    /** @param found one row more than asked for, where there are more */
    static <T> Page<T> of(List<T> found, int limit, Function<T, Position> position) {
        boolean isLast = found.size() <= limit;
        List<T> items = isLast ? found : found.subList(0, limit);
        return new Page<>(items, isLast ? Optional.empty() : Optional.of(position.apply(items.get(items.size() - 1))));
    }

    <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
