package io.registrar.management;

import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.credential.Secret;
import java.util.Objects;

/**
 * An update, apart from its document.
 *
 * @param clientId the client that is updated
 * @param caller who updates it
 * @param token the registration access token that the caller presented
 * @param origin where the request came from
 * @param rotateSecret whether the caller wants another secret
 */
record UpdateRequest(String clientId, Caller caller, Secret token, Origin origin, boolean rotateSecret) {

    UpdateRequest {
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(token);
        Objects.requireNonNull(origin);
    }
}
