package io.registrar.management;

import io.registrar.access.ProtectedClientException;
import io.registrar.audit.AuditEvent;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.http.IfMatch;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.LatestVersion;
import io.registrar.store.StoredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** The way of a deletion, by the client itself (RFC 7592 section 2.3) or by whoever may do that for it. */
@ApplicationScoped
public class ClientDeletion {

    private final ClientConfigurationStore store;
    private final Clock clock;

    ClientDeletion(ClientConfigurationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Deletes a client with everything that was issued to it.
     *
     * @param find the client as it is now; empty when it has ended or is gone, or is not this caller's to delete
     * @return whether there was one
     * @throws ProtectedClientException when an operator forbade that
     */
    public boolean delete(Supplier<Optional<StoredClient>> find, Caller caller, Origin origin, IfMatch ifMatch) {
        return LatestVersion.of(find, current -> {
                    if (current.isProtected()) {
                        throw new ProtectedClientException();
                    }
                    ifMatch.check(current.version());
                    return delete(current, caller, origin);
                })
                .isPresent();
    }

    private Optional<StoredClient> delete(StoredClient client, Caller caller, Origin origin) {
        AuditEvent event =
                AuditEvent.deleted(client.clientId(), clock.instant().truncatedTo(ChronoUnit.SECONDS), caller, origin);
        return store.delete(client, event) ? Optional.of(client) : Optional.empty();
    }
}
