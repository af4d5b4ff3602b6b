package io.registrar.metadata.uri;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.List;

/** The networks that nothing is fetched from (reference F.2; IANA special-purpose registries, cloud metadata). */
public final class BlockedAddresses {

    private static final List<IPAddress> IPV4 = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private, RFC 1918
            "100.64.0.0/10", // shared, RFC 6598; Alibaba metadata
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure platform, in a public range
            "169.254.0.0/16", // link local; cloud metadata
            "172.16.0.0/12", // private, RFC 1918
            "192.0.0.0/24", // IETF protocol assignments; Oracle metadata
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private, RFC 1918
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarking
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    // Everything outside global unicast is blocked as a whole: loopback, IPv4-compatible and -translated, NAT64,
    // discard, segment routing, unique local, link and site local, multicast.
    private static final IPAddress GLOBAL_UNICAST = network("2000::/3");

    private static final List<IPAddress> IPV6 = networks(
            "2001::/23", // IETF assignments: Teredo, benchmarking, ORCHID, AMT, AS112, anycast
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4 embeds any IPv4
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    // ISATAP, RFC 5214 §6.1: interface identifier 0000:5efe or 0200:5efe, then an IPv4 address.
    private static final int ISATAP = 0x5EFE;
    private static final int UNIVERSAL_BIT = 0x0200;

    private BlockedAddresses() {}

    /** Whether nothing may be fetched from this address. */
    public static boolean isBlocked(IPAddress address) {
        if (address instanceof IPv4Address four) {
            return isIn(IPV4, four);
        }
        IPv6Address six = address.toIPv6();
        if (six.isIPv4Mapped()) {
            return isBlocked(six.getEmbeddedIPv4Address());
        }
        return !GLOBAL_UNICAST.contains(six)
                || isIn(IPV6, six)
                || (isIsatap(six) && isBlocked(six.getEmbeddedIPv4Address()));
    }

    private static boolean isIsatap(IPv6Address address) {
        int flags = address.getSegment(4).getSegmentValue();
        return (flags & ~UNIVERSAL_BIT) == 0 && address.getSegment(5).getSegmentValue() == ISATAP;
    }

    private static boolean isIn(List<IPAddress> networks, IPAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<IPAddress> networks(String... cidrs) {
        return List.of(cidrs).stream().map(BlockedAddresses::network).toList();
    }

    private static IPAddress network(String cidr) {
        return new IPAddressString(cidr).getAddress();
    }
}
