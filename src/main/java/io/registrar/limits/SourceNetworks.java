package io.registrar.limits;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Set;

/** Where requests may come from. */
final class SourceNetworks {

    /** Addresses and CIDR networks, and none of the other spellings that the parser knows. */
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .allow_inet_aton(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .toParams();

    private final List<IPAddress> allowed;

    /** @throws ConfigurationException when there is none, or one of them is no network */
    SourceNetworks(Set<String> networks) {
        if (networks.isEmpty()) {
            throw refused("nothing");
        }
        this.allowed = networks.stream().map(SourceNetworks::network).toList();
    }

    private static IPAddress network(String text) {
        try {
            IPAddress network = new IPAddressString(text, STRICT).toAddress();
            // 10.1.2.3/8 may be meant as one address or as sixteen million.
            if (!network.toPrefixBlock().equals(network) || network.isIPv6() && isOfIPv4(network)) {
                throw refused(text);
            }
            return network;
        } catch (AddressStringException notANetwork) {
            throw refused(text);
        }
    }

    // Sources of such addresses are judged by their IPv4 address.
    private static boolean isOfIPv4(IPAddress network) {
        return network.getLower().isIPv4Convertible() && network.getUpper().isIPv4Convertible();
    }

    private static ConfigurationException refused(String text) {
        return new ConfigurationException("registrar.limits.allowed-source-networks must hold networks such as"
                + " 10.0.0.0/8 or addresses, each from its first address; this is none: " + text);
    }

    /** Whether requests from there are taken. */
    boolean admit(Source source) {
        return allowed.stream().anyMatch(network -> network.contains(source.address()));
    }
}
