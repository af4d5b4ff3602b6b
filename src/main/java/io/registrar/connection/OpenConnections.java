package io.registrar.connection;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The connections that one port has open. Where one more is too many, the one that has rested longest without a request
 * makes room: many clients keep more of them than they need.
 */
final class OpenConnections {

    /** Enough to be told that the network is not allowed. */
    private static final int FROM_OUTSIDE = 16;

    /** Those from one source; the ones without a request in the order in which they came to rest. */
    private static final class Those {
        private int open;
        private final Set<Connection> resting = new LinkedHashSet<>();
    }

    private final int most;
    private final int mostPerSource;
    private final EndedConnections ended;
    private final Map<String, Those> bySource = new HashMap<>();
    private final Set<Connection> resting = new LinkedHashSet<>();
    private int open;

    OpenConnections(PortRules rules) {
        this.most = rules.settings().most();
        this.mostPerSource = rules.settings().mostPerSource();
        this.ended = rules.ended();
    }

    /**
     * Takes a place for a connection; whoever has one gives it back with {@link #leave}.
     *
     * @param allowed whether requests from there are taken
     * @return why there is no place; empty when there was one
     */
    synchronized Optional<Ending> enter(Connection connection, boolean allowed) {
        Those those = bySource.computeIfAbsent(connection.source(), source -> new Those());
        int share = allowed ? mostPerSource : Math.min(FROM_OUTSIDE, mostPerSource);
        if (those.open >= share && !makeRoom(those.resting)) {
            return Optional.of(Ending.TOO_MANY_FROM_SOURCE);
        }
        if (open >= most && !makeRoom(resting)) {
            forget(connection.source(), those);
            return Optional.of(Ending.TOO_MANY);
        }
        those.open++;
        open++;
        rest(connection);
        return Optional.empty();
    }

    private boolean makeRoom(Set<Connection> candidates) {
        Iterator<Connection> longest = candidates.iterator();
        if (!longest.hasNext()) {
            return false;
        }
        Connection connection = longest.next();
        work(connection);
        connection.endIfIdle();
        ended.count(Ending.FOR_ANOTHER);
        return true;
    }

    /** It has a request. */
    synchronized void work(Connection connection) {
        resting.remove(connection);
        bySource.get(connection.source()).resting.remove(connection);
    }

    /** It has none any more. */
    synchronized void rest(Connection connection) {
        resting.add(connection);
        bySource.get(connection.source()).resting.add(connection);
    }

    synchronized void leave(Connection connection) {
        work(connection);
        Those those = bySource.get(connection.source());
        those.open--;
        open--;
        forget(connection.source(), those);
    }

    private void forget(String source, Those those) {
        if (those.open == 0) {
            bySource.remove(source);
        }
    }
}
