package io.registrar.identityserver;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What {@code application.properties} and the environment say about this server. */
@ConfigurationProperties("identity")
record IdentitySettings(
        URI issuer, Registration registration, Pipeline pipeline, Demo demo, @DefaultValue Keys keys) {

    /**
     * Where clients are registered.
     *
     * @param audience what a token for that place must name
     * @param scope what a token for that place must have
     */
    record Registration(URI endpoint, String audience, String scope) {}

    /** The client that registers the others. */
    record Pipeline(@DefaultValue("ci-pipeline") String id, String secret) {}

    /** The one user that can sign in. */
    record Demo(String username, String password) {}

    /** @param file where the signing key is kept; null: each start makes a new one */
    record Keys(@Nullable Path file) {}
}
