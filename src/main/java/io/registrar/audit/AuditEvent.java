package io.registrar.audit;

import io.registrar.credential.Caller;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One line of the append-only trail: who did what to which client, from where, with what outcome. It holds no metadata
 * values, because {@code contacts} are personal data, and no secret (metadata reference, J.6).
 *
 * @param id assigned here, because the service's login may insert into the trail but not read it
 * @param occurredAt when
 * @param type what
 * @param clientId the client it was done to, if it was one
 * @param initialAccessToken the id of the initial access token it was done to, if it was one
 * @param actor who
 * @param members the names of the members that were changed by it, sorted; never their values
 * @param origin where the request came from
 */
public record AuditEvent(
        UUID id,
        Instant occurredAt,
        Type type,
        Optional<String> clientId,
        Optional<String> initialAccessToken,
        SortedSet<String> members,
        Caller actor,
        Origin origin) {

    /** What happened, by its name in the trail, and how it ended. */
    public enum Type {
        CLIENT_REGISTERED("client.registered", "success"),
        CLIENT_UPDATED("client.updated", "success"),
        CLIENT_DELETED("client.deleted", "success"),
        TOKEN_REISSUED("token.reissued", "success"),
        TOKEN_MISMATCH("token.mismatch", "refused"),
        INITIAL_ACCESS_TOKEN_ISSUED("iat.issued", "success"),
        INITIAL_ACCESS_TOKEN_REVOKED("iat.revoked", "success");

        private final String wireName;
        private final String outcome;

        Type(String wireName, String outcome) {
            this.wireName = wireName;
            this.outcome = outcome;
        }

        /** How it ended. */
        public String outcome() {
            return outcome;
        }

        /** The name in the trail. */
        public String wireName() {
            return wireName;
        }
    }

    /**
     * Where a request came from.
     *
     * @param sourceAddress the peer's IP address
     * @param requestId this service's own id of the request
     */
    public record Origin(Optional<String> sourceAddress, String requestId) {

        public Origin {
            Objects.requireNonNull(sourceAddress);
            Objects.requireNonNull(requestId);
        }
    }

    public AuditEvent {
        Objects.requireNonNull(id);
        Objects.requireNonNull(occurredAt);
        Objects.requireNonNull(type);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(initialAccessToken);
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        Objects.requireNonNull(actor);
        Objects.requireNonNull(origin);
    }

    /** A client was registered. */
    public static AuditEvent registered(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.CLIENT_REGISTERED, clientId, occurredAt, actor, origin);
    }

    /** A client's registration was replaced. */
    public static AuditEvent updated(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.CLIENT_UPDATED, clientId, occurredAt, actor, origin);
    }

    /** A client was deleted, with everything that was issued to it. */
    public static AuditEvent deleted(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.CLIENT_DELETED, clientId, occurredAt, actor, origin);
    }

    /** A client was given another registration access token, and those it had ended. */
    public static AuditEvent tokenReissued(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.TOKEN_REISSUED, clientId, occurredAt, actor, origin);
    }

    /**
     * A registration access token was sent for another client than its own.
     *
     * @param clientId the token's own
     */
    public static AuditEvent tokenMismatch(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.TOKEN_MISMATCH, clientId, occurredAt, actor, origin);
    }

    /** An initial access token was issued. */
    public static AuditEvent initialAccessTokenIssued(String id, Instant occurredAt, Caller actor, Origin origin) {
        return ofToken(Type.INITIAL_ACCESS_TOKEN_ISSUED, id, occurredAt, actor, origin);
    }

    /** An initial access token was revoked. */
    public static AuditEvent initialAccessTokenRevoked(String id, Instant occurredAt, Caller actor, Origin origin) {
        return ofToken(Type.INITIAL_ACCESS_TOKEN_REVOKED, id, occurredAt, actor, origin);
    }

    private static AuditEvent of(Type type, String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return new AuditEvent(
                UUID.randomUUID(),
                occurredAt,
                type,
                Optional.of(clientId),
                Optional.empty(),
                Collections.emptySortedSet(),
                actor,
                origin);
    }

    private static AuditEvent ofToken(Type type, String id, Instant occurredAt, Caller actor, Origin origin) {
        return new AuditEvent(
                UUID.randomUUID(),
                occurredAt,
                type,
                Optional.empty(),
                Optional.of(id),
                Collections.emptySortedSet(),
                actor,
                origin);
    }

    /** The same, with the names of the members that were changed. */
    public AuditEvent naming(Collection<String> changed) {
        return new AuditEvent(
                id, occurredAt, type, clientId, initialAccessToken, new TreeSet<>(changed), actor, origin);
    }
}
