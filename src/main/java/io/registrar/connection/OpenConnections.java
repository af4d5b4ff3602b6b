package io.registrar.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many connections one port has open, and from where. */
final class OpenConnections {

    /** Enough to be told that the network is not allowed. */
    private static final int FROM_OUTSIDE = 16;

    private final int most;
    private final int mostPerSource;
    private final Map<String, Integer> bySource = new HashMap<>();
    private int open;

    OpenConnections(int most, int mostPerSource) {
        this.most = most;
        this.mostPerSource = mostPerSource;
    }

    /**
     * Takes a place for a connection; whoever has one gives it back with {@link #leave}.
     *
     * @param source whom it is counted for
     * @param allowed whether requests from there are taken
     * @return why there is no place; empty when there was one
     */
    synchronized Optional<Ending> enter(String source, boolean allowed) {
        if (open >= most) {
            return Optional.of(Ending.TOO_MANY);
        }
        if (bySource.getOrDefault(source, 0) >= (allowed ? mostPerSource : Math.min(FROM_OUTSIDE, mostPerSource))) {
            return Optional.of(Ending.TOO_MANY_FROM_SOURCE);
        }
        bySource.merge(source, 1, Integer::sum);
        open++;
        return Optional.empty();
    }

    synchronized void leave(String source) {
        bySource.computeIfPresent(source, (same, many) -> many > 1 ? many - 1 : null);
        open--;
    }
}
