package io.registrar.connection;

import io.registrar.limits.Source;
import io.registrar.limits.TrafficLimits;

/**
 * What connections to a port are judged by, and where it is counted.
 *
 * @param proxied whether a proxy says first, by the PROXY protocol, from where a connection comes
 */
record PortRules(ConnectionSettings settings, TrafficLimits limits, EndedConnections ended, boolean proxied) {

    /** Whether requests may be taken from there; of whom a proxy speaks for, each request tells. */
    boolean admits(Source source) {
        return proxied || limits.admits(source);
    }
}
