package io.registrar.audit;

import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
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
 * @param outcome how it ended: {@code success}, {@code refused}, or the error code of the answer
 * @param clientId the client it was done to, if it was one
 * @param version the version that the client has since then, or had when it was deleted; empty where nothing was done to one
 * @param initialAccessToken the id of the initial access token it was done to, if it was one
 * @param actor who
 * @param members the names of the members that were changed by it, or at fault, sorted; never their values
 * @param origin where the request came from
 */
public record AuditEvent(
        UUID id,
        Instant occurredAt,
        Type type,
        String outcome,
        Optional<String> clientId,
        Optional<Integer> version,
        Optional<String> initialAccessToken,
        SortedSet<String> members,
        Caller actor,
        Origin origin) {

    /** How it ended where it was done. */
    private static final String SUCCESS = "success";

    /** How it ended where it was not. */
    private static final String REFUSED = "refused";

    /** What happened, by its name in the trail. */
    public enum Type {
        CLIENT_REGISTERED("client.registered"),
        CLIENT_UPDATED("client.updated"),
        CLIENT_DELETED("client.deleted"),
        CLIENT_DISABLED("client.disabled"),
        CLIENT_ENABLED("client.enabled"),
        TOKEN_REISSUED("token.reissued"),
        TOKEN_MISMATCH("token.mismatch"),
        INITIAL_ACCESS_TOKEN_ISSUED("iat.issued"),
        INITIAL_ACCESS_TOKEN_REVOKED("iat.revoked"),
        REQUEST_REFUSED("request.refused");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
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
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(version);
        Objects.requireNonNull(initialAccessToken);
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        Objects.requireNonNull(actor);
        Objects.requireNonNull(origin);
    }

    /** A client was registered. */
    public static AuditEvent registered(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.CLIENT_REGISTERED, occurredAt, actor, origin).toClient(clientId);
    }

    /** A client's registration was replaced. */
    public static AuditEvent updated(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.CLIENT_UPDATED, occurredAt, actor, origin).toClient(clientId);
    }

    /** A client was deleted, with everything that was issued to it. */
    public static AuditEvent deleted(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.CLIENT_DELETED, occurredAt, actor, origin).toClient(clientId);
    }

    /** A client was disabled: identity servers see it no more. */
    public static AuditEvent disabled(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.CLIENT_DISABLED, occurredAt, actor, origin).toClient(clientId);
    }

    /** A disabled client was enabled again. */
    public static AuditEvent enabled(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.CLIENT_ENABLED, occurredAt, actor, origin).toClient(clientId);
    }

    /** A client was given another registration access token, and those it had ended. */
    public static AuditEvent tokenReissued(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.TOKEN_REISSUED, occurredAt, actor, origin).toClient(clientId);
    }

    /**
     * A registration access token was sent for another client than its own.
     *
     * @param clientId the token's own
     */
    public static AuditEvent tokenMismatch(String clientId, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.TOKEN_MISMATCH, occurredAt, actor, origin)
                .toClient(clientId)
                .ending(REFUSED);
    }

    /** An initial access token was issued. */
    public static AuditEvent initialAccessTokenIssued(String id, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.INITIAL_ACCESS_TOKEN_ISSUED, occurredAt, actor, origin).toToken(id);
    }

    /** An initial access token was revoked. */
    public static AuditEvent initialAccessTokenRevoked(String id, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.INITIAL_ACCESS_TOKEN_REVOKED, occurredAt, actor, origin).toToken(id);
    }

    /**
     * A request was refused.
     *
     * @param outcome the error code of the answer
     * @param members the names of the metadata members at fault
     */
    public static AuditEvent refused(
            String outcome, Collection<String> members, Instant occurredAt, Caller actor, Origin origin) {
        return of(Type.REQUEST_REFUSED, occurredAt, actor, origin)
                .ending(outcome)
                .naming(members);
    }

    private static AuditEvent of(Type type, Instant occurredAt, Caller actor, Origin origin) {
        return new AuditEvent(
                UUID.randomUUID(),
                occurredAt,
                type,
                SUCCESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Collections.emptySortedSet(),
                actor,
                origin);
    }

    private AuditEvent toClient(String changed) {
        return new AuditEvent(
                id,
                occurredAt,
                type,
                outcome,
                Optional.of(changed),
                version,
                initialAccessToken,
                members,
                actor,
                origin);
    }

    private AuditEvent toToken(String changed) {
        return new AuditEvent(
                id, occurredAt, type, outcome, clientId, version, Optional.of(changed), members, actor, origin);
    }

    /** The same, with the names of the members that were changed, or at fault. */
    public AuditEvent naming(Collection<String> names) {
        return new AuditEvent(
                id,
                occurredAt,
                type,
                outcome,
                clientId,
                version,
                initialAccessToken,
                new TreeSet<>(names),
                actor,
                origin);
    }

    /** The same, with the version that the client has since then, or had when it was deleted. */
    public AuditEvent at(int clientVersion) {
        return new AuditEvent(
                id,
                occurredAt,
                type,
                outcome,
                clientId,
                Optional.of(clientVersion),
                initialAccessToken,
                members,
                actor,
                origin);
    }

    private AuditEvent ending(String how) {
        return new AuditEvent(id, occurredAt, type, how, clientId, version, initialAccessToken, members, actor, origin);
    }

    /** What an operator should look at, though it was done: that nobody was asked who he is. */
    public Optional<String> warning() {
        return actor.kind().equals(CredentialKind.OPEN) ? Optional.of("open registration") : Optional.empty();
    }
}
