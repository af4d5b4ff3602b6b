package io.registrar.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queries over initial access tokens. Whether one has ended is asked of the database's clock. */
@ApplicationScoped
class InitialAccessTokenRepository implements PanacheRepositoryBase<InitialAccessTokenEntity, String> {

    private static final String USABLE = " and uses < maxUses and revokedAt is null and expiresAt > instant"
            + " and (notBefore is null or notBefore <= instant)";

    Optional<InitialAccessTokenEntity> usable(byte[] digest) {
        return find("digest = ?1" + USABLE, digest).firstResultOptional();
    }

    List<InitialAccessTokenEntity> page(PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        return find(PageCondition.of("id", page, parameters), PageCondition.order("id"), parameters)
                .range(0, page.limit())
                .list();
    }

    /** Whether there was a use left; the row is locked from now to the end of the transaction. */
    boolean use(String id) {
        return update("uses = uses + 1 where id = ?1" + USABLE, id) == 1;
    }

    /** Whether it was not revoked before. */
    boolean revoke(String id, Instant at) {
        return update("revokedAt = ?1 where id = ?2 and revokedAt is null", at, id) == 1;
    }
}
