package io.registrar.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * The trail as log lines, for whoever collects logs: one JSON object a line, in a category of its own, with what the table
 * has and nothing more. JSON, because names of callers come from outside and must not look like a line of ours.
 */
public final class AuditLine {

    private static final Logger LOG = Logger.getLogger("io.registrar.audit");

    private AuditLine() {}

    /** Writes an event that is kept, or that the table could not take; what should be looked at comes as a warning. */
    public static void write(AuditEvent event) {
        Level level = event.warning().isPresent() ? Level.WARN : Level.INFO;
        LOG.log(level, of(event));
    }

    static String of(AuditEvent event) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("event", event.type().wireName());
        line.put("outcome", event.outcome());
        event.warning().ifPresent(warning -> line.put("warning", warning));
        event.clientId().ifPresent(clientId -> line.put("client_id", clientId));
        event.version().ifPresent(version -> line.put("version", version));
        event.initialAccessToken().ifPresent(id -> line.put("initial_access_token", id));
        if (!event.members().isEmpty()) {
            event.members().forEach(line.putArray("members")::add);
        }
        addActor(line, event.actor());
        addOrigin(line, event.origin());
        return line.toString();
    }

    private static void addActor(ObjectNode line, Caller actor) {
        line.put("actor_kind", actor.kind().wireName());
        actor.issuer().ifPresent(issuer -> line.put("actor_issuer", issuer));
        actor.subject().ifPresent(subject -> line.put("actor_subject", subject));
        actor.clientId().ifPresent(clientId -> line.put("actor_client_id", clientId));
        actor.tokenId().ifPresent(tokenId -> line.put("actor_token_id", tokenId));
        actor.policy().ifPresent(policy -> line.put("actor_policy", policy));
    }

    private static void addOrigin(ObjectNode line, Origin origin) {
        origin.sourceAddress().ifPresent(address -> line.put("source_address", address));
        line.put("request_id", origin.requestId());
    }
}
