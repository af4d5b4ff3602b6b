package io.registrar.metadata.uri;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where URIs may lead, as an operator writes it down: {@code app.example.com} for that host, {@code *.apps.example.com}
 * for every name below {@code apps.example.com} on whole labels, {@code loopback} for this machine, {@code
 * com.example.app:} for a private-use scheme (RFC 8252 §7). Ports and paths make no difference.
 *
 * @param text as it was written, in lower case
 */
public record UriTarget(String text) {

    /** Takes the place of a host, whatever its spelling: {@code 127.0.0.1}, {@code [::1]}, {@code localhost}. */
    public static final String LOOPBACK = "loopback";

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*+:");
    private static final String HOST_NAMES =
            "must hold host names such as app.example.com or *.apps.example.com, without port and path, ";

    public UriTarget {
        text = text.toLowerCase(Locale.ROOT);
    }

    /** Why no browser could ever be sent there, or to everything; empty for a sound one. */
    public static Optional<String> problem(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.endsWith(":")) {
            return schemeProblem(lower);
        }
        return isHost(lower)
                ? Optional.empty()
                : Optional.of(HOST_NAMES + "loopback, or private-use schemes such as com.example.app:");
    }

    /** The same where URIs are http and https only. */
    public static Optional<String> webProblem(String text) {
        return isHost(text.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(HOST_NAMES + "or loopback");
    }

    private static boolean isHost(String lower) {
        String host = lower.startsWith("*.") ? lower.substring(2) : lower;
        return HostSyntax.parse(host) instanceof Host.DnsName || HostSyntax.parse(lower) instanceof Host.IpLiteral;
    }

    private static Optional<String> schemeProblem(String scheme) {
        String name = scheme.substring(0, scheme.length() - 1);
        boolean isPrivate = SCHEME.matcher(scheme).matches()
                && !name.equals("http")
                && !name.equals("https")
                && !RedirectUri.isForbidden(name);
        return isPrivate ? Optional.empty() : Optional.of("holds a scheme that is no private-use scheme");
    }

    /** Whether a URI in which the rules found nothing wrong leads there. */
    public boolean admits(RawUri uri) {
        if (!uri.isWeb()) {
            return text.equals(uri.scheme() + ":");
        }
        Host host = Authority.of(uri).host();
        if (text.equals(LOOPBACK)) {
            return host.isLoopback();
        }
        String name = host instanceof Host.DnsName dns ? dns.name() : ((Host.IpLiteral) host).text();
        return covers(new UriTarget(name));
    }

    /** Whether everything that leads to the other leads here, too. */
    public boolean covers(UriTarget other) {
        return text.equals(other.text)
                || text.equals(LOOPBACK) && HostSyntax.parse(other.text).isLoopback()
                || text.startsWith("*.") && !other.text.endsWith(":") && other.text.endsWith(text.substring(1));
    }
}
