package io.registrar.metadata.uri;

import inet.ipaddr.IPAddress;

/**
 * The host of a URI: a DNS name, an IP literal, or something that is neither. One spelling for one address: what some
 * programs read as an address and others as a name is refused (R8 of the reference).
 */
public sealed interface Host {

    /** A DNS name of letters, digits and hyphens, in lower case. */
    record DnsName(String name) implements Host {
        /** {@code localhost} itself. */
        public boolean isLocalhost() {
            return name.equals("localhost");
        }

        /** A name below {@code localhost}. */
        public boolean isBelowLocalhost() {
            return name.endsWith(".localhost");
        }
    }

    /** An IP address in canonical form. */
    record IpLiteral(IPAddress address, String text) implements Host {}

    /** No host, and why. */
    record Unusable(String reason) implements Host {}

    /** Whether this is this machine: {@code localhost}, a name below it, or a loopback address. */
    default boolean isLoopback() {
        if (this instanceof DnsName dns) {
            return dns.isLocalhost() || dns.isBelowLocalhost();
        }
        return this instanceof IpLiteral ip && ip.address().isLoopback();
    }
}
