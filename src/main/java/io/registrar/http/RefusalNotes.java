package io.registrar.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.registrar.access.Callers;
import io.registrar.audit.AuditEvent;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.audit.Refusals;
import io.registrar.credential.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Notes refused requests for the trail: who is known of, and with what error code it ended. */
@ApplicationScoped
class RefusalNotes {

    private final Refusals refusals;
    private final CurrentVertxRequest request;
    private final SecurityIdentity identity;
    private final Callers callers;
    private final Clock clock;

    RefusalNotes(
            Refusals refusals, CurrentVertxRequest request, SecurityIdentity identity, Callers callers, Clock clock) {
        this.refusals = refusals;
        this.request = request;
        this.identity = identity;
        this.callers = callers;
        this.clock = clock;
    }

    /** Before it was known who it is: of what was not accepted nothing is kept. */
    void ofNobody(String error) {
        refusals.note(AuditEvent.refused(error, List.of(), clock.instant(), Caller.unknown(), origin()));
    }

    /** Of a caller whose credential was accepted. */
    void ofCaller(String error, Collection<String> members) {
        refusals.note(AuditEvent.refused(error, members, clock.instant(), callers.callerOf(identity), origin()));
    }

    /** Of a caller whose credential is good and admits it to nothing. */
    void of(Caller caller, String error) {
        refusals.note(AuditEvent.refused(error, List.of(), clock.instant(), caller, origin()));
    }

    /** Of a registration access token that is not bound to the client it was sent for: known, of another one, or not. */
    void ofRegistrationAccessToken(String error) {
        Caller caller = callers.callerOf(identity);
        refusals.note(caller.clientId()
                .map(own -> AuditEvent.tokenMismatch(own, clock.instant(), caller, origin()))
                .orElseGet(() -> AuditEvent.refused(error, List.of(), clock.instant(), caller, origin())));
    }

    private Origin origin() {
        return RequestOrigin.of(request.getCurrent());
    }
}
