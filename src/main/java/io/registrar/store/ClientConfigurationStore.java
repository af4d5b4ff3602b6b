package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.Caller;
import io.registrar.credential.Secret;
import io.registrar.credential.SecretDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where registered clients are kept. Each call is one transaction: all of it stands or none of it. Every method throws
 * {@link StoreUnavailableException} when the database cannot be reached or does not answer in time.
 */
public interface ClientConfigurationStore {

    /**
     * Keeps a new client with its secret, its registration access token and the audit event, together.
     *
     * @param answer makes the caller's answer from the stored client, inside the transaction: when it fails, nothing
     *     stays
     * @return what {@code answer} made
     */
    <T> T register(NewClient newClient, Function<StoredClient, T> answer);

    /**
     * Puts a new registration in the place of the one that it was made for, with what becomes of the client's secrets
     * and the audit event, together. What an operator decided about the client stays as it is.
     *
     * @param answer makes the caller's answer from the client as it is then, inside the transaction: when it fails,
     *     nothing has changed
     * @return what {@code answer} made; empty when the client was changed meanwhile, has ended or is gone, or the token
     *     that a new one should take the place of is no longer valid: nothing was done then
     */
    <T> Optional<T> replace(Replacement replacement, Function<StoredClient, T> answer);

    /**
     * Deletes a client with its secrets and tokens, and keeps the audit event, together.
     *
     * @param client as it was when its deletion was decided
     * @return false when it was changed or protected meanwhile, or is gone: nothing was done then
     */
    boolean delete(StoredClient client, AuditEvent event);

    /** The client of that identifier, unless it has ended. */
    Optional<StoredClient> find(String clientId);

    /**
     * Gives a client another registration access token and ends all it had, with the audit event, together.
     *
     * @param at what it is stamped with
     * @param answer makes the caller's answer from the client, inside the transaction: when it fails, nothing has changed
     * @return what {@code answer} made; empty when the client has ended or is gone
     */
    <T> Optional<T> reissueToken(
            String clientId, Secret token, Instant at, AuditEvent event, Function<StoredClient, T> answer);

    /**
     * The client that a registration access token is bound to, unless one of the two has ended.
     *
     * @param registrationAccessToken the token's digest
     */
    Optional<StoredClient> find(SecretDigest registrationAccessToken);

    /**
     * The client that a registration access token is bound to, as a caller; empty when the token is unknown, or it or its
     * client has ended. Looked up by digest, so the time it takes says nothing about the token.
     */
    Optional<Caller> callerOf(SecretDigest registrationAccessToken);
}
