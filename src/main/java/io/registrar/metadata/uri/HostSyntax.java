package io.registrar.metadata.uri;

import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Locale;
import java.util.Optional;

/** Reads the host of a URI, one spelling for one address (R8 of the reference, RFC 3986 §3.2.2, RFC 1123 §2.1). */
final class HostSyntax {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .allowSingleSegment(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .allow_inet_aton(false)
            .setRangeOptions(AddressStringParameters.RangeParameters.NO_RANGE)
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .allowBinary(false)
            .allowMixed(true)
            .allowUnlimitedLeadingZeros(false)
            .getParentBuilder()
            .toParams();

    private HostSyntax() {}

    /** Reads the host of an authority, brackets included. */
    static Host parse(String text) {
        if (text.startsWith("[")) {
            return ipv6(text);
        }
        if (text.endsWith(".")) {
            return new Host.Unusable("the host must not end with a dot");
        }
        String lastLabel = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean numeric = !lastLabel.isEmpty() && lastLabel.chars().allMatch(c -> c >= '0' && c <= '9');
        if (numeric || lastLabel.startsWith("0x")) {
            return ipv4(text);
        }
        return isDnsName(text)
                ? new Host.DnsName(text.toLowerCase(Locale.ROOT))
                : new Host.Unusable("the host is not a DNS name of letters, digits, hyphens and dots");
    }

    private static Host ipv4(String text) {
        return strict(text)
                .filter(address ->
                        address.isIPv4() && address.toCanonicalString().equals(text))
                .<Host>map(address -> usable(address, text))
                .orElse(new Host.Unusable("an IPv4 host must be four decimal numbers without leading zeros"));
    }

    private static Host ipv6(String text) {
        boolean bracketed = text.endsWith("]") && text.length() > 2;
        String inner = bracketed ? text.substring(1, text.length() - 1) : "";
        boolean plausible = inner.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
        return Optional.of(inner)
                .filter(literal -> plausible)
                .flatMap(HostSyntax::strict)
                .filter(IPAddress::isIPv6)
                .<Host>map(address -> usable(address, text))
                .orElse(new Host.Unusable("the host in brackets is not an IPv6 address without zone"));
    }

    static Optional<IPAddress> strict(String literal) {
        return Optional.ofNullable(new IPAddressString(literal, STRICT).getAddress());
    }

    private static Host usable(IPAddress address, String text) {
        if (address instanceof IPv6Address six && six.isIPv4Mapped()) {
            return new Host.Unusable("IPv4-mapped addresses are not allowed");
        }
        if (address.isLoopback() && !text.equals("127.0.0.1") && !text.equals("[::1]")) {
            return new Host.Unusable("the loopback addresses are 127.0.0.1 and [::1], in these spellings");
        }
        boolean reserved = address.isIPv4() && address.getBytes()[0] >= (byte) 0xF0 && address.getBytes()[0] < 0;
        if (address.isZero() || address.isMulticast() || reserved) {
            return new Host.Unusable("unspecified, multicast and reserved addresses are not allowed");
        }
        return new Host.IpLiteral(address, text);
    }

    private static boolean isDnsName(String text) {
        if (text.length() > LONGEST_NAME) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            boolean sound = !label.isEmpty()
                    && label.length() <= LONGEST_LABEL
                    && !label.startsWith("-")
                    && !label.endsWith("-")
                    && label.chars().allMatch(c -> UriSyntax.isAlphanumeric(c) || c == '-');
            if (!sound) {
                return false;
            }
        }
        return true;
    }
}
