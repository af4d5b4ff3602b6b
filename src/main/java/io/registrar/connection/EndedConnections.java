package io.registrar.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Counts the connections that this service ended: in the metric {@code registrar.connections.ended}, and in one line of
 * the log for all that fell into the same seconds, because they come in floods.
 */
@ApplicationScoped
class EndedConnections {

    private static final Logger LOG = Logger.getLogger(EndedConnections.class);
    private static final Duration GATHERED = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final Map<Ending, Integer> gathered = new EnumMap<>(Ending.class);

    EndedConnections(Vertx vertx, MeterRegistry metrics) {
        this.vertx = vertx;
        this.metrics = metrics;
    }

    void count(Ending ending) {
        metrics.counter("registrar.connections.ended", "reason", ending.tag()).increment();
        synchronized (gathered) {
            if (gathered.isEmpty()) {
                vertx.setTimer(GATHERED.toMillis(), passed -> tell());
            }
            gathered.merge(ending, 1, Integer::sum);
        }
    }

    private void tell() {
        synchronized (gathered) {
            LOG.warnf(
                    "Connections ended in %d s: %s",
                    GATHERED.toSeconds(),
                    gathered.entrySet().stream()
                            .map(one -> one.getValue() + " (" + one.getKey().reason() + ")")
                            .collect(Collectors.joining(", ")));
            gathered.clear();
        }
    }
}
