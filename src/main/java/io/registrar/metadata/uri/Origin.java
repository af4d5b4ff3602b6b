package io.registrar.metadata.uri;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Scheme, host and port of a web URI (RFC 6454 §4).
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port the scheme's own where none is written
 */
public record Origin(String scheme, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** The origin of an http or https URI with a sound host. */
    public static Origin of(RawUri uri) {
        Authority authority = Authority.of(uri);
        String host =
                authority.host() instanceof Host.DnsName dns ? dns.name() : ((Host.IpLiteral) authority.host()).text();
        return new Origin(
                uri.scheme(), host.toLowerCase(Locale.ROOT), authority.port().orElse(standardPort(uri.scheme())));
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
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            return Optional.of("must be in lower case, as browsers send it");
        }
        return authority.port().equals(OptionalInt.of(standardPort(uri.scheme())))
                ? Optional.of("must leave out the scheme's usual port, as browsers do")
                : Optional.empty();
    }

    static int standardPort(String scheme) {
        return scheme.equals("http") ? HTTP : HTTPS;
    }
}
