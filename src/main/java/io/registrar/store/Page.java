package io.registrar.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Some rows of a long list, newest first, and where the next ones begin: after a row, not after a number of rows, so that
 * no row is missed or met twice while others come and go.
 *
 * @param items the rows
 * @param next what to ask for the next page with; empty on the last one
 */
public record Page<T>(List<T> items, Optional<Long> next) {

    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next);
    }

    /** @param found one row more than asked for, where there are more */
    static <T> Page<T> of(List<T> found, int limit, ToLongFunction<T> position) {
        boolean isLast = found.size() <= limit;
        List<T> items = isLast ? found : found.subList(0, limit);
        return new Page<>(
                items, isLast ? Optional.empty() : Optional.of(position.applyAsLong(items.get(items.size() - 1))));
    }

    <R> Page<R> map(java.util.function.Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
