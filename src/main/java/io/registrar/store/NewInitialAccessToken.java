package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.Caller;
import io.registrar.credential.InitialAccessToken;
import io.registrar.credential.Secret;
import java.util.Objects;

/**
 * Everything that must stand or fall together when an initial access token is issued.
 *
 * @param token what it allows
 * @param secret its characters
 * @param issuedBy who issued it
 * @param event the entry for the audit trail
 */
public record NewInitialAccessToken(InitialAccessToken token, Secret secret, Caller issuedBy, AuditEvent event) {

    public NewInitialAccessToken {
        Objects.requireNonNull(token);
        Objects.requireNonNull(secret);
        Objects.requireNonNull(issuedBy);
        Objects.requireNonNull(event);
    }
}
