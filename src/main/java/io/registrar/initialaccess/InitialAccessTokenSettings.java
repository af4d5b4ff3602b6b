package io.registrar.initialaccess;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What initial access tokens are issued with (metadata reference, E.1). */
@ConfigMapping(prefix = "registrar.initial-access-tokens")
public interface InitialAccessTokenSettings {

    /** How long a token is good for when its issuer does not say. */
    @WithDefault("PT24H")
    Duration defaultLifetime();

    /** How long a token may be good for; at most a year. */
    @WithDefault("P30D")
    Duration longestLifetime();

    /** How many registrations a token may be good for. */
    @WithDefault("10000")
    int mostUses();
}
