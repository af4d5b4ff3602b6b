package io.registrar.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which pages in browsers may call this service (metadata reference, G.5). */
@ConfigMapping(prefix = "registrar.cors")
public interface CorsSettings {

    /** Origins whose pages may call the endpoints, each in full (`https://portal.example.com`); unset: none. */
    Optional<Set<String>> origins();

    /** How long a browser may keep the answer to its question in advance; at most ten minutes. */
    @WithDefault("PT10M")
    Duration maxAge();
}
