package io.registrar.metadata.uri;

import inet.ipaddr.IPAddress;
import java.util.Optional;

/**
 * Scheme, host and port of a web URI (RFC 6454 §4).
 *
 * @param scheme in lower case
 * @param host in its one usual form
 * @param port the scheme's own where none is written
 */
public record Origin(String scheme, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** The origin of an http or https URI with a sound host. */
    public static Origin of(RawUri uri) {
        Authority authority = Authority.of(uri);
        return new Origin(
                uri.scheme(), canonical(authority.host()), authority.port().orElse(standardPort(uri.scheme())));
    }

    /** What is wrong with a text that should be an origin as browsers send it, empty for nothing. */
    public static Optional<String> problem(String text, int longest) {
        return UriSyntax.problem(text, longest).or(() -> problem(text));
    }

    private static Optional<String> problem(String text) {
        RawUri uri = RawUri.of(text);
        Optional<String> problem = WebUri.problem(uri, true);
        if (problem.isPresent()) {
            return problem;
        }
        Authority authority = Authority.of(uri);
        if (uri.scheme().equals("http") && !authority.host().isLoopback()) {
            return Optional.of("http is allowed for loopback hosts only");
        }
        if (!uri.path().isEmpty() || uri.query().isPresent()) {
            return Optional.of("must be scheme, host and port only, without a slash at the end");
        }
        return Origin.of(uri).toString().equals(text)
                ? Optional.empty()
                : Optional.of("must be as browsers send it: in lower case, without the scheme's usual port");
    }

    private static String canonical(Host host) {
        if (host instanceof Host.DnsName dns) {
            return dns.name();
        }
        IPAddress address = ((Host.IpLiteral) host).address();
        return address.isIPv6() ? "[" + address.toCanonicalString() + "]" : address.toCanonicalString();
    }

    /** As browsers send it (RFC 6454 §6.2). */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == standardPort(scheme) ? "" : ":" + port);
    }

    static int standardPort(String scheme) {
        return scheme.equals("http") ? HTTP : HTTPS;
    }
}
