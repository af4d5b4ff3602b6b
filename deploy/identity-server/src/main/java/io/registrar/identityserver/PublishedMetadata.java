package io.registrar.identityserver;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What a client registered and Spring Authorization Server has no setting for, from the plain view. Read at each
 * request, like the clients themselves, so that a change counts at once.
 */
final class PublishedMetadata {

    private final JdbcOperations store;

    PublishedMetadata(JdbcOperations store) {
        this.store = store;
    }

    /** The keys that the client registered by value: a JWK Set. */
    Optional<String> jwks(String clientId) {
        return member(clientId, "jwks");
    }

    /** How old a login may be for this client, in seconds; 0 is not the same as none. */
    Optional<Long> defaultMaxAge(String clientId) {
        return member(clientId, "default_max_age").map(Long::valueOf);
    }

    /** How long its ID tokens live, in seconds. */
    Optional<Long> identityTokenLifetime(String clientId) {
        return member(clientId, "identity_token_lifetime").map(Long::valueOf);
    }

    private Optional<String> member(String clientId, String name) {
        List<String> values = store.queryForList(
                "select metadata ->> ? from identity.client where client_id = ? and metadata ->> ? is not null",
                String.class,
                name,
                clientId,
                name);
        return values.stream().findFirst();
    }
}
