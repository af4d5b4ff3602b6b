package io.registrar.limits;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Objects;

/**
 * Where a request comes from: the address of its connection, never what a header says.
 *
 * @param address an IPv4 address that came in over an IPv6 socket is that IPv4 address; without a zone
 */
public record Source(IPAddress address) {

    private static final String THIS_MACHINE = "127.0.0.1";
    private static final int SUBSCRIBER = 64;

    public Source {
        Objects.requireNonNull(address);
    }

    /** @param address as text; null for a connection without one, as over a Unix socket, which is this machine's own */
    public static Source of(String address) {
        IPAddress parsed = new IPAddressString(address == null ? THIS_MACHINE : address).getAddress();
        return new Source(
                parsed.isIPv4Convertible() ? parsed.toIPv4() : parsed.toIPv6().removeZone());
    }

    /** Whom it is counted for: whoever has one IPv6 address has a whole network of them. */
    public String network() {
        return address.isIPv6()
                ? address.setPrefixLength(SUBSCRIBER).toPrefixBlock().toCanonicalString()
                : address.toCanonicalString();
    }
}
