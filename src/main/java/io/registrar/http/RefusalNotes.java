package io.registrar.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.registrar.access.Callers;
import io.registrar.audit.AuditEvent;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.audit.Refusals;
import io.registrar.credential.Caller;
import io.vertx.ext.web.RoutingContext;
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
        of(Caller.unknown(), error);
    }

    /** The same, before there is a resource that it could be for. */
    void ofNobody(String error, RoutingContext context) {
        note(Caller.unknown(), error, List.of(), RequestOrigin.of(context));
    }

    /** Of a caller whose credential was accepted. */
    void ofCaller(String error, Collection<String> members) {
        note(callers.callerOf(identity), error, members, origin());
    }

    /** Of a caller whose credential is good and admits it to nothing. */
    void of(Caller caller, String error) {
        note(caller, error, List.of(), origin());
    }

    /** Of a registration access token that is not bound to the client it was sent for: known, of another one, or not. */
    void ofRegistrationAccessToken(String error) {
        Caller caller = callers.callerOf(identity);
        caller.clientId()
                .ifPresentOrElse(
                        own -> refusals.note(AuditEvent.tokenMismatch(own, clock.instant(), caller, origin())),
                        () -> of(caller, error));
    }

    private void note(Caller caller, String error, Collection<String> members, Origin origin) {
        refusals.note(AuditEvent.refused(error, members, clock.instant(), caller, origin));
    }

    private Origin origin() {
        return RequestOrigin.of(request.getCurrent());
    }
}
