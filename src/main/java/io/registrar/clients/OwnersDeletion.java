package io.registrar.clients;

import io.registrar.access.ProtectedClientException;
import io.registrar.access.Reach;
import io.registrar.audit.AuditEvent;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.http.IfMatch;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.LatestVersion;
import io.registrar.store.StoredClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Deletes a client for whoever registered it, or for an operator. */
@ApplicationScoped
class OwnersDeletion {

    private final ClientConfigurationStore store;
    private final Clock clock;

    OwnersDeletion(ClientConfigurationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Deletes a client with everything that was issued to it.
     *
     * @param reach which clients the caller may do this to
     * @throws NotFoundException when there is no such client, or it is out of the caller's reach
     * @throws ProtectedClientException when an operator forbade that
     */
    void delete(String clientId, Caller caller, Reach reach, Origin origin, IfMatch ifMatch) {
        LatestVersion.of(() -> store.find(clientId).filter(found -> reach.includes(found.owner())), current -> {
                    if (current.isProtected()) {
                        throw new ProtectedClientException();
                    }
                    ifMatch.check(current.version());
                    return delete(current, caller, origin);
                })
                .orElseThrow(NotFoundException::new);
    }

    private Optional<StoredClient> delete(StoredClient client, Caller caller, Origin origin) {
        AuditEvent event =
                AuditEvent.deleted(client.clientId(), clock.instant().truncatedTo(ChronoUnit.SECONDS), caller, origin);
        return store.delete(client, event) ? Optional.of(client) : Optional.empty();
    }
}
