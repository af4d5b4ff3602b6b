package io.registrar.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What credentials are issued with. */
@ConfigMapping(prefix = "registrar.credentials")
public interface CredentialSettings {

    /**
     * How long a client secret lives; a duration such as `P90D`. Unset: for ever (`client_secret_expires_at` is 0).
     */
    Optional<Duration> secretLifetime();

    /**
     * How long the previous secret stays valid after a rotation, so that nobody is cut off while the new one is brought
     * out; seven days at most.
     */
    @WithDefault("PT24H")
    Duration secretOverlap();
}
