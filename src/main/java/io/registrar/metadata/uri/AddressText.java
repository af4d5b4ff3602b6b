package io.registrar.metadata.uri;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Locale;
import java.util.Optional;

/** DNS names and IP addresses outside URIs. */
public final class AddressText {

    private AddressText() {}

    /** What is wrong with a DNS name, empty for nothing. */
    public static Optional<String> nameProblem(String text) {
        return HostSyntax.parse(text) instanceof Host.DnsName
                ? Optional.empty()
                : Optional.of("must be a DNS name of letters, digits, hyphens and dots, without a wildcard");
    }

    /** What is wrong with an IP address, empty for nothing. */
    public static Optional<String> ipProblem(String text) {
        return HostSyntax.strict(text)
                        .filter(address -> address.toCanonicalString().equals(text) || isMixed(address, text))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("must be an IP address in its usual form, such as 192.0.2.1 or 2001:db8::1 (RFC 5952)");
    }

    // RFC 5952 §5: addresses that hold an IPv4 one may end with it.
    private static boolean isMixed(IPAddress address, String text) {
        return address instanceof IPv6Address six
                && six.toMixedString().toLowerCase(Locale.ROOT).equals(text);
    }
}
