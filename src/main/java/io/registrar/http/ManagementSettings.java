package io.registrar.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What clients may do to their own registrations (RFC 7592; metadata reference, D). */
@ConfigMapping(prefix = "registrar.management")
public interface ManagementSettings {

    /** When a client's registration access token is replaced by another. */
    enum TokenRotation {
        NEVER,
        ON_UPDATE
    }

    /**
     * Whether clients may manage their own registrations; if not, there is no client configuration endpoint, and no
     * registration is answered with its address and a token for it.
     */
    @WithDefault("true")
    boolean enabled();

    /** Whether clients may delete their own registrations. */
    @WithDefault("true")
    boolean deletion();

    /** Whether each update comes with another registration access token: `never` or `on-update`. */
    @WithDefault("never")
    TokenRotation rotateRegistrationToken();

    /**
     * How long the token before it stays valid, so that a lost answer locks no client out; a minute at most, nothing at
     * all with `PT0S`.
     */
    @WithDefault("PT60S")
    Duration previousTokenGrace();
}
