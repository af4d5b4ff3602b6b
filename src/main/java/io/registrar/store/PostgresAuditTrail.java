package io.registrar.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.registrar.audit.AuditEvent;
import io.registrar.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The trail in {@code registrar.audit_event}. */
@ApplicationScoped
class PostgresAuditTrail implements AuditTrail {

    private final ClientRepository clients;

    PostgresAuditTrail(ClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public void append(List<AuditEvent> events) {
        QuarkusTransaction.requiringNew()
                .run(() -> events.stream().map(AuditEventEntity::of).forEach(clients::addEvent));
    }
}
