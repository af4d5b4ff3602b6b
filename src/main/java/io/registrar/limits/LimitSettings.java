package io.registrar.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/**
 * How much of this service one source, one caller and all together may use (metadata reference, I.6). Each instance
 * counts for itself.
 */
@ConfigMapping(prefix = "registrar.limits")
public interface LimitSettings {

    /**
     * Networks (CIDR) from which requests are taken, comma-separated; the default is everywhere that reaches the port.
     * The connection's address counts, never a header's.
     */
    @WithDefault("0.0.0.0/0,::/0")
    Set<String> allowedSourceNetworks();

    /**
     * How many requests a minute one source may send: an IPv4 address, or the /64 network of an IPv6 address. A proxy
     * before this service is one source, with all who come through it.
     */
    @WithDefault("120000")
    int requestsPerSource();

    /** How many of these a refused credential (401) counts as; a request without one counts as one. */
    @WithDefault("5")
    int refusedCredentialWeight();

    /** How many requests a minute one caller may send, wherever from. */
    @WithDefault("30000")
    int requestsPerCaller();

    /** How many requests are worked on at the same moment; more are refused with 503 at once. */
    @WithDefault("2048")
    int concurrentRequests();
}
