package io.registrar.discovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whether, and how often, the identity server is asked what it can do. */
@ConfigMapping(prefix = "registrar.discovery")
public interface DiscoverySettings {

    /**
     * Whether the identity server's discovery document narrows what clients may register, beside the lists of
     * `registrar.metadata`. Only for servers whose document names all that they can do.
     */
    @WithDefault("false")
    boolean enabled();

    /** The identity server's issuer identifier; by default the issuer whose access tokens are admitted. */
    @WithDefault("${quarkus.oidc.auth-server-url:}")
    Optional<URI> issuer();

    /** How often the document is read again; the last good one counts while it cannot be. */
    @WithDefault("PT1H")
    Duration refreshInterval();

    /** After how long reading is tried again until it worked once; until then registrations get 503. */
    @WithDefault("PT10S")
    Duration retryInterval();
}
