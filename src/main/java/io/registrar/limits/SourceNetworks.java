package io.registrar.limits;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where requests may come from. */
final class SourceNetworks {

    private static final int SUBSCRIBER = 64;

    private final Optional<List<IPAddress>> allowed;

    /** @throws ConfigurationException when one of them is no network */
    SourceNetworks(Optional<Set<String>> networks) {
        this.allowed = networks.map(
                several -> several.stream().map(SourceNetworks::network).toList());
    }

    private static IPAddress network(String text) {
        try {
            return new IPAddressString(text).toAddress().toPrefixBlock();
        } catch (AddressStringException | RuntimeException notANetwork) {
            throw new ConfigurationException(
                    "registrar.limits.allowed-source-networks must hold networks such as 10.0.0.0/8; this is none: "
                            + text);
        }
    }

    /** Whether requests from that address are taken. */
    boolean admit(String address) {
        return allowed.map(networks -> {
                    IPAddress source = parse(address);
                    return networks.stream().anyMatch(network -> network.contains(source));
                })
                .orElse(true);
    }

    /** Whom an address is counted for: whoever has one IPv6 address has a whole network of them. */
    static String sourceOf(String address) {
        IPAddress source = parse(address);
        return source.isIPv6()
                ? source.setPrefixLength(SUBSCRIBER).toPrefixBlock().toCanonicalString()
                : source.toCanonicalString();
    }

    // An IPv4 address that came in over an IPv6 socket is that IPv4 address.
    private static IPAddress parse(String address) {
        IPAddress parsed = new IPAddressString(address).getAddress();
        return parsed.isIPv4Convertible() ? parsed.toIPv4() : parsed;
    }
}
