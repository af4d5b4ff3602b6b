package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.audit.AuditLine;
import io.registrar.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;

/** The trail in {@code registrar.audit_event}, and in the log once its transaction stands. */
@ApplicationScoped
class AuditLog implements AuditTrail {

    private final EntityManager rows;
    private final TransactionSynchronizationRegistry transaction;
    private final Transactions transactions;

    AuditLog(EntityManager rows, TransactionSynchronizationRegistry transaction, Transactions transactions) {
        this.rows = rows;
        this.transaction = transaction;
        this.transactions = transactions;
    }

    /** Adds an event to the transaction under way. */
    void add(AuditEvent event) {
        rows.persist(AuditEventEntity.of(event));
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // The row is written with everything else.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    AuditLine.write(event);
                }
            }
        });
    }

    @Override
    public void append(List<AuditEvent> events) {
        transactions.run(() -> {
            events.forEach(this::add);
            return events;
        });
    }
}
