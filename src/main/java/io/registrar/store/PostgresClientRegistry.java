package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.Owner;
import io.registrar.metadata.ClientMetadata;
import io.registrar.store.PageRequest.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The clients in PostgreSQL's schema {@code registrar}, for owners and operators. */
@ApplicationScoped
class PostgresClientRegistry implements ClientRegistry {

    private final ClientRepository clients;
    private final AuditLog audit;
    private final Transactions transactions;

    PostgresClientRegistry(ClientRepository clients, AuditLog audit, Transactions transactions) {
        this.clients = clients;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public Page<ClientRecord> list(Optional<Owner> owner, PageRequest page) {
        return transactions.run(() -> Page.of(
                        clients.page(owner, page), page.limit(), row -> new Position(row.recordedAt, row.clientId))
                .map(PostgresClientRegistry::record));
    }

    @Override
    public Optional<ClientRecord> record(String clientId) {
        return transactions.run(() -> clients.living(clientId).map(PostgresClientRegistry::record));
    }

    @Override
    public boolean setEnabled(ClientRecord client, boolean enabled, AuditEvent event) {
        return transactions.run(() -> {
            boolean isDone = clients.setEnabled(client, enabled);
            if (isDone) {
                audit.add(event.at(client.version() + 1));
            }
            return isDone;
        });
    }

    private static ClientRecord record(ClientEntity row) {
        return new ClientRecord(
                row.clientId,
                ClientMetadata.ofStored(row.metadata),
                row.owner(),
                Optional.ofNullable(row.ownerTokenId),
                row.policy,
                row.tenant,
                row.version,
                row.enabled,
                row.isProtected,
                row.createdAt,
                row.updatedAt,
                Optional.ofNullable(row.expiresAt));
    }
}
