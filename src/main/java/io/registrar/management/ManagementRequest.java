package io.registrar.management;

import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.credential.Secret;
import io.registrar.http.IfMatch;
import java.util.Objects;

/**
 * What a client asks to be done to its registration, apart from the document that it sends.
 *
 * @param clientId the client
 * @param caller who asks
 * @param token the registration access token that the caller presented
 * @param origin where the request came from
 * @param ifMatch the version that is meant
 */
record ManagementRequest(String clientId, Caller caller, Secret token, Origin origin, IfMatch ifMatch) {

    ManagementRequest {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(token);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(ifMatch);
    }
}
