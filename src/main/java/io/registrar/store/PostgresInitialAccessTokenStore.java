package io.registrar.store;

import io.registrar.audit.AuditEvent;
import io.registrar.credential.InitialAccessToken;
import io.registrar.credential.SecretDigest;
import io.registrar.store.PageRequest.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The store of initial access tokens in PostgreSQL's schema {@code registrar}. */
@ApplicationScoped
class PostgresInitialAccessTokenStore implements InitialAccessTokenStore {

    private final InitialAccessTokenRepository tokens;
    private final AuditLog audit;
    private final Transactions transactions;

    PostgresInitialAccessTokenStore(InitialAccessTokenRepository tokens, AuditLog audit, Transactions transactions) {
        this.tokens = tokens;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public void add(NewInitialAccessToken token) {
        transactions.run(() -> {
            tokens.persist(InitialAccessTokenEntity.of(token));
            audit.add(token.event());
            return token;
        });
    }

    @Override
    public Page<InitialAccessToken> list(PageRequest page) {
        return transactions.run(
                () -> Page.of(tokens.page(page), page.limit(), row -> new Position(row.recordedAt, row.id))
                        .map(InitialAccessTokenEntity::asToken));
    }

    @Override
    public Optional<InitialAccessToken> find(String id) {
        return transactions.run(() -> tokens.findByIdOptional(id).map(InitialAccessTokenEntity::asToken));
    }

    @Override
    public boolean revoke(String id, Instant at, AuditEvent event) {
        return transactions.run(() -> {
            if (tokens.revoke(id, at)) {
                audit.add(event);
                return true;
            }
            return tokens.findByIdOptional(id).isPresent();
        });
    }

    @Override
    public Optional<InitialAccessToken> usable(SecretDigest token) {
        return transactions.run(() -> tokens.usable(token.octets()).map(InitialAccessTokenEntity::asToken));
    }
}
