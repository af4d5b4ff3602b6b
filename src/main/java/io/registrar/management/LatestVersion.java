package io.registrar.management;

import io.quarkus.security.AuthenticationFailedException;
import io.registrar.credential.Secret;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.StoreUnavailableException;
import io.registrar.store.StoredClient;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change to a client is made for the version that was read, all of it, and done to that version only. When somebody
 * else was faster it is made anew: of two changes one comes after the other, and they never mix.
 */
final class LatestVersion {

    /** Each time somebody was faster, somebody got done: so many at once is no client that manages itself. */
    private static final int ATTEMPTS = 50;

    private LatestVersion() {}

    /**
     * @param token the registration access token by which it is asked for
     * @param change empty when another version than the given one was there
     * @throws AuthenticationFailedException when token or client has ended or is gone: as for a token of no client
     */
    static <T> T of(ClientConfigurationStore store, Secret token, Function<StoredClient, Optional<T>> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredClient current = store.find(token.digest()).orElseThrow(AuthenticationFailedException::new);
            Optional<T> changed = change.apply(current);
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw new StoreUnavailableException(new IllegalStateException("A client is changed without a pause"));
    }
}
