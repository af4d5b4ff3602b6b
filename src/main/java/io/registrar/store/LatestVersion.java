package io.registrar.store;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A change to a client is made for the version that was read, all of it, and done to that version only. When somebody
 * else was faster it is made anew: of two changes one comes after the other, and they never mix.
 */
public final class LatestVersion {

    /** Each time somebody was faster, somebody got done: so many at once is no client that manages itself. */
    private static final int ATTEMPTS = 50;

    private LatestVersion() {}

    /**
     * Changes a client.
     *
     * @param find the client as it is now; empty when it has ended or is gone, or is not to be changed by this caller
     * @param change empty when another version than the given one was there
     * @return what {@code change} came to; empty when there was no client to change
     */
    public static <C, T> Optional<T> of(Supplier<Optional<C>> find, Function<C, Optional<T>> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<C> current = find.get();
            if (current.isEmpty()) {
                return Optional.empty();
            }
            Optional<T> changed = change.apply(current.get());
            if (changed.isPresent()) {
                return changed;
            }
        }
        throw new StoreUnavailableException(new IllegalStateException("A client is changed without a pause"));
    }
}
