package io.registrar;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The clock that stamps what is issued. Whether something has expired is judged by the database's clock instead, which
 * all instances and readers share.
 */
final class SystemClock {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
