package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.InitialAccessToken;
import io.registrar.credential.SecretDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * Where initial access tokens are kept; that they are used is counted where clients are registered. Each call is one
 * transaction. Every method throws {@link StoreUnavailableException} when the database cannot be reached or does not
 * answer in time.
 */
public interface InitialAccessTokenStore {

    /** Keeps a new token and the audit event, together. */
    void add(NewInitialAccessToken token);

    /** All of them, used up, ended and revoked ones too, newest first. */
    Page<InitialAccessToken> list(PageRequest page);

    /** The token of that id, used up, ended or revoked though it may be. */
    Optional<InitialAccessToken> find(String id);

    /**
     * Revokes a token and keeps the audit event, together; one that was revoked before stays as it is.
     *
     * @return false when there is none of that id
     */
    boolean revoke(String id, Instant at, AuditEvent event);

    /** The token of that digest, if it is good for a registration now. */
    Optional<InitialAccessToken> usable(SecretDigest token);
}
