package io.registrar.store;

import io.registrar.audit.AuditEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Row of {@code registrar.audit_event}. Its id is assigned, not generated: a generated one is read back on insert, and
 * the service's login may not read this table.
 */
@Entity
@Table(name = "audit_event", schema = "registrar")
class AuditEventEntity {

    @Id
    UUID id;

    @Column(name = "occurred_at")
    Instant occurredAt;

    String event;

    String outcome;

    String warning;

    @Column(name = "client_id")
    String clientId;

    Integer version;

    @Column(name = "initial_access_token")
    String initialAccessToken;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] members;

    @Column(name = "actor_kind")
    String actorKind;

    @Column(name = "actor_issuer")
    String actorIssuer;

    @Column(name = "actor_subject")
    String actorSubject;

    @Column(name = "actor_client_id")
    String actorClientId;

    @Column(name = "actor_token_id")
    String actorTokenId;

    @Column(name = "actor_policy")
    String actorPolicy;

    @Column(name = "source_address")
    String sourceAddress;

    @Column(name = "request_id")
    String requestId;

    static AuditEventEntity of(AuditEvent event) {
        AuditEventEntity row = new AuditEventEntity();
        row.id = event.id();
        row.occurredAt = event.occurredAt();
        row.event = event.type().wireName();
        row.outcome = event.outcome();
        row.warning = event.warning().orElse(null);
        row.clientId = event.clientId().orElse(null);
        row.version = event.version().orElse(null);
        row.initialAccessToken = event.initialAccessToken().orElse(null);
        row.members = event.members().isEmpty() ? null : event.members().toArray(String[]::new);
        row.actorKind = event.actor().kind().wireName();
        row.actorIssuer = event.actor().issuer().orElse(null);
        row.actorSubject = event.actor().subject().orElse(null);
        row.actorClientId = event.actor().clientId().orElse(null);
        row.actorTokenId = event.actor().tokenId().orElse(null);
        row.actorPolicy = event.actor().policy().orElse(null);
        row.sourceAddress = event.origin().sourceAddress().orElse(null);
        row.requestId = event.origin().requestId();
        return row;
    }
}
