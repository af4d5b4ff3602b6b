package io.registrar.management;

import io.quarkus.security.AuthenticationFailedException;
import io.registrar.access.ProtectedClientException;
import io.registrar.audit.AuditEvent;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.LatestVersion;
import io.registrar.store.StoredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The way of a deletion (RFC 7592 section 2.3). */
@ApplicationScoped
class ClientDeletion {

    private final ClientConfigurationStore store;
    private final Clock clock;

    ClientDeletion(ClientConfigurationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Deletes a client with everything that was issued to it.
     *
     * @throws ProtectedClientException when an operator forbade that
     * @throws AuthenticationFailedException when the client is gone already
     */
    void delete(ManagementRequest request) {
        LatestVersion.of(() -> store.find(request.token().digest()), current -> delete(current, request))
                .orElseThrow(AuthenticationFailedException::new);
    }

    private Optional<StoredClient> delete(StoredClient current, ManagementRequest request) {
        if (current.isProtected()) {
            throw new ProtectedClientException();
        }
        request.ifMatch().check(current.version());
        AuditEvent event = AuditEvent.deleted(
                current.clientId(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                request.caller(),
                request.origin());
        return store.delete(current, event) ? Optional.of(current) : Optional.empty();
    }
}
