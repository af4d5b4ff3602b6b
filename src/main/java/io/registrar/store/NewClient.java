package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.Caller;
import io.registrar.credential.IssuedCredentials;
import io.registrar.metadata.ValidatedClient;
import java.util.Objects;

/**
 * Everything that must stand or fall together when a client is registered.
 *
 * @param client its metadata, which only the validator can make
 * @param credentials what was issued to it
 * @param owner who registered it, and with what kind of credential
 * @param event the entry for the audit trail
 */
public record NewClient(ValidatedClient client, IssuedCredentials credentials, Caller owner, AuditEvent event) {

    public NewClient {
        Objects.requireNonNull(client);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(event);
    }
}
