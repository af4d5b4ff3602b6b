package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import io.registrar.credential.IssuedCredentials;
import io.registrar.metadata.ValidatedClient;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that must stand or fall together when a client is registered.
 *
 * @param client its metadata, which only the validator can make
 * @param credentials what was issued to it
 * @param owner who registered it, and with what kind of credential
 * @param tenant its label
 * @param event the entry for the audit trail
 */
public record NewClient(
        ValidatedClient client, IssuedCredentials credentials, Caller owner, String tenant, AuditEvent event) {

    public NewClient {
        Objects.requireNonNull(client);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(event);
    }

    /** The id of the initial access token that it is registered with, of which this takes one use. */
    Optional<String> initialAccessToken() {
        return owner.kind().equals(CredentialKind.INITIAL_ACCESS_TOKEN) ? owner.tokenId() : Optional.empty();
    }
}
