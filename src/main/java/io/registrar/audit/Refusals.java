package io.registrar.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * What was refused, on its way into the trail. It is kept together with what else was refused in that second: a refusal
 * must not take longer for being noted, or the time would tell one from another, and a flood of them must not become a
 * flood of rows.
 */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final int MOST_IN_A_SECOND = 100;

    /** The rest is for callers who are known: nobody can hide what they do behind a flood that costs no credential. */
    private static final int MOST_OF_UNKNOWN = 80;

    private final AuditTrail trail;
    private final BlockingQueue<AuditEvent> waiting = new ArrayBlockingQueue<>(MOST_IN_A_SECOND);
    private final AtomicLong leftOut = new AtomicLong();
    private ScheduledFuture<?> writing;

    Refusals(AuditTrail trail) {
        this.trail = trail;
    }

    @PostConstruct
    void start() {
        writing = Infrastructure.getDefaultWorkerPool().scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
    }

    // Not when the bean is destroyed: by then the database is closed.
    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent event) {
        writing.cancel(false);
        write();
    }

    /** Notes a refusal; returns at once, and never fails. */
    public void note(AuditEvent refusal) {
        boolean isUnknown = !refusal.actor().asOwner().isSomebody();
        if (isUnknown && waiting.size() >= MOST_OF_UNKNOWN || !waiting.offer(refusal)) {
            leftOut.incrementAndGet();
        }
    }

    // One at a time, so that the end waits for what is being written.
    private synchronized void write() {
        List<AuditEvent> events = new ArrayList<>();
        waiting.drainTo(events);
        long more = leftOut.getAndSet(0);
        if (more > 0) {
            LOG.warnf("%d more refusals in this second are not in the trail", more);
        }
        if (!events.isEmpty()) {
            keep(events);
        }
    }

    private void keep(List<AuditEvent> events) {
        try {
            trail.append(events);
        } catch (RuntimeException failure) {
            LOG.warnf("%d refusals could not be written to the trail: %s", events.size(), failure.getMessage());
            // Then the log is the only place that has them.
            events.forEach(AuditLine::write);
        }
    }
}
