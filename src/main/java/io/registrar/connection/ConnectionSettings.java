package io.registrar.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many connections there may be, and how long one may go without a request. Each port counts for itself. */
@ConfigMapping(prefix = "registrar.connections")
public interface ConnectionSettings {

    /**
     * How many connections may be open at the same moment on one port. For one more the one that has rested longest
     * without a request is closed; where none rests, the new one is.
     */
    @WithDefault("2048")
    int most();

    /**
     * How many of these one source may have in the same way: an IPv4 address, or the /64 network of an IPv6 address. A
     * proxy before this service is one source, with all who come through it.
     */
    @WithDefault("512")
    int mostPerSource();

    /**
     * How long the head of a request may take to arrive, from the beginning of its connection or from its first byte;
     * longer ends the connection.
     */
    @WithDefault("PT10S")
    Duration headerTimeout();
}
