package io.registrar.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells a database that is away (or not migrated yet) from a mistake of ours: the first is worth a retry and says
 * nothing about the request, the second must stay loud.
 */
@ApplicationScoped
class DatabaseOutage {

    /**
     * 08 connection, 28 login refused, 3D no such database, 40 transaction rolled back, 53 resources, 57 operator
     * intervention (shutdown, cancelled statement).
     */
    private static final Set<String> AWAY = Set.of("08", "28", "3D", "40", "53", "57");

    /** A standby after a failover: connections must find the new primary. */
    private static final String READ_ONLY = "25006";

    /** A lock that somebody else holds for longer than the login waits. */
    private static final String LOCKED = "55P03";

    /** Schema, table or grant missing: the migrations have not run yet, or not to their end. */
    private static final Set<String> NOT_MIGRATED = Set.of("3F000", "42P01", "42501");

    private final AgroalDataSource pool;

    DatabaseOutage(AgroalDataSource pool) {
        this.pool = pool;
    }

    /** The exception to throw instead of {@code failure}; itself where the database is not to blame. */
    RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                // The pool's other connections lead to the same dead server: the next request opens a new one.
                pool.flush(FlushMode.IDLE);
                return new StoreUnavailableException(failure);
            }
        }
        return failure;
    }

    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        // The pool's own failures (no connection within the time allowed) carry no state.
        return state == null
                || state.length() >= 2 && AWAY.contains(state.substring(0, 2))
                || READ_ONLY.equals(state)
                || LOCKED.equals(state)
                || NOT_MIGRATED.contains(state);
    }
}
