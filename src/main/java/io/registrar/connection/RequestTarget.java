package io.registrar.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** What a request of HTTP/1.1 is for (RFC 9112 section 3.2). */
final class RequestTarget {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private RequestTarget() {}

    /** Whether it is visible ASCII, and names a host where it names a scheme. */
    static boolean isWellFormed(String target) {
        return !target.isEmpty()
                && target.chars().allMatch(octet -> octet > ' ' && octet < 0x7f)
                && (target.charAt(0) == '/' || !target.contains("://") || isAbsolute(target));
    }

    private static boolean isAbsolute(String target) {
        try {
            URI absolute = new URI(target);
            return absolute.getHost() != null
                    && SCHEMES.contains(absolute.getScheme().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException noUri) {
            return false;
        }
    }
}
