package io.registrar.clients;

import io.registrar.audit.AuditEvent;
import io.registrar.http.RequestRefusedException;
import io.registrar.store.ClientRecord;
import io.registrar.store.ClientRegistry;
import io.registrar.store.LatestVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Disables clients and enables them again. Identity servers do not see a disabled client; it keeps its registration, its
 * secrets and its tokens, and can still manage itself. Nothing that it or its owner does enables it.
 */
@ApplicationScoped
class ClientSuspension {

    private final ClientRegistry registry;
    private final Clock clock;

    ClientSuspension(ClientRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Brings a client to the state that is asked for; one that is in it stays as it is, and no event says otherwise.
     *
     * @throws NotFoundException when there is no such client, or it has ended
     * @throws RequestRefusedException when it is at another version than the one that is meant
     */
    void change(SuspensionRequest request) {
        LatestVersion.of(() -> registry.record(request.clientId()), current -> change(current, request))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<ClientRecord> change(ClientRecord current, SuspensionRequest request) {
        request.ifMatch().check(current.version());
        return current.isEnabled() == request.enabled()
                        || registry.setEnabled(current, request.enabled(), eventOf(request))
                ? Optional.of(current)
                : Optional.empty();
    }

    private AuditEvent eventOf(SuspensionRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return request.enabled()
                ? AuditEvent.enabled(request.clientId(), now, request.caller(), request.origin())
                : AuditEvent.disabled(request.clientId(), now, request.caller(), request.origin());
    }
}
