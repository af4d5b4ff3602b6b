package io.registrar.initialaccess;

import io.registrar.audit.AuditEvent;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.credential.InitialAccessToken;
import io.registrar.credential.RandomCredentials;
import io.registrar.credential.Secret;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.store.InitialAccessTokenStore;
import io.registrar.store.NewInitialAccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The way of an initial access token's issue, and its end. */
@ApplicationScoped
class InitialAccessTokenIssue {

    private final IssueRequestReader reader;
    private final RandomCredentials random;
    private final InitialAccessTokenStore store;
    private final Clock clock;

    InitialAccessTokenIssue(
            IssueRequestReader reader, RandomCredentials random, InitialAccessTokenStore store, Clock clock) {
        this.reader = reader;
        this.random = random;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Issues a token.
     *
     * @param body what is wanted of it, as a JSON document
     * @return what it allows, with its characters, a JSON document in UTF-8
     * @throws InvalidClientMetadataException when it cannot be issued like that
     */
    byte[] issue(Caller caller, Origin origin, byte[] body) {
        InitialAccessToken token = token(reader.read(body), caller);
        Secret secret = random.initialAccessToken();
        byte[] answer = TokenDocument.issued(token, secret);
        store.add(new NewInitialAccessToken(
                token,
                secret,
                caller,
                AuditEvent.initialAccessTokenIssued(token.id(), token.createdAt(), caller, origin)));
        return answer;
    }

    private InitialAccessToken token(IssueRequest request, Caller caller) {
        Instant now = now();
        return new InitialAccessToken(
                random.initialAccessTokenId(),
                request.label(),
                request.policy(),
                request.limits(),
                request.tenant(),
                request.maxUses(),
                0,
                caller.asOwner(),
                now,
                request.notBefore(),
                now.plus(request.lifetime()),
                Optional.empty());
    }

    /**
     * Revokes a token; what was registered with it stays.
     *
     * @return whether there is one of that id
     */
    boolean revoke(String id, Caller caller, Origin origin) {
        Instant now = now();
        return store.revoke(id, now, AuditEvent.initialAccessTokenRevoked(id, now, caller, origin));
    }

    // Whole seconds, as they go over the wire.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
