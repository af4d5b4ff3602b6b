package io.registrar.clients;

import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.http.IfMatch;
import java.util.Objects;

/**
 * What an operator decides about a client.
 *
 * @param clientId the client
 * @param enabled whether identity servers are to see it
 * @param caller who decides
 * @param origin where the request came from
 * @param ifMatch the version that is meant
 */
record SuspensionRequest(String clientId, boolean enabled, Caller caller, Origin origin, IfMatch ifMatch) {

    SuspensionRequest {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(ifMatch);
    }
}
