package io.registrar.identityserver;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * The clients of this server's own configuration, then those registered with Registrar. Nothing is kept between
 * requests: a client that was registered, disabled or has ended is so at the next request.
 */
final class StaticThenRegisteredClients implements RegisteredClientRepository {

    private final RegisteredClientRepository configured;
    private final RegisteredClientRepository registered;

    StaticThenRegisteredClients(RegisteredClientRepository configured, RegisteredClientRepository registered) {
        this.configured = configured;
        this.registered = registered;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are registered with Registrar.");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        RegisteredClient own = configured.findById(id);
        return own != null ? own : registered.findById(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        RegisteredClient own = configured.findByClientId(clientId);
        return own != null ? own : registered.findByClientId(clientId);
    }
}
