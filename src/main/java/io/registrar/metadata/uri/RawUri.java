package io.registrar.metadata.uri;

import java.util.Locale;
import java.util.Optional;

/**
 * A URI cut into its parts (RFC 3986 §3), nothing decoded, nothing normalised. {@link java.net.URI} is not used: it
 * loses what must be judged, such as an empty port, and accepts what must be refused.
 *
 * @param scheme in lower case
 * @param authority what stands between {@code //} and the path; empty when there is no {@code //}
 * @param path from there to the query
 * @param query without its question mark
 */
public record RawUri(String scheme, Optional<String> authority, String path, Optional<String> query) {

    /** Cuts a text in which {@link UriSyntax} found no problem. */
    public static RawUri of(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        int question = rest.indexOf('?');
        Optional<String> query = question < 0 ? Optional.empty() : Optional.of(rest.substring(question + 1));
        String hierarchy = question < 0 ? rest : rest.substring(0, question);
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!hierarchy.startsWith("//")) {
            return new RawUri(scheme, Optional.empty(), hierarchy, query);
        }
        int slash = hierarchy.indexOf('/', 2);
        int end = slash < 0 ? hierarchy.length() : slash;
        return new RawUri(scheme, Optional.of(hierarchy.substring(2, end)), hierarchy.substring(end), query);
    }

    /** Whether a text of any kind begins as an http or https URI does. */
    public static boolean isWeb(String text) {
        return text.regionMatches(true, 0, "https:", 0, 6) || text.regionMatches(true, 0, "http:", 0, 5);
    }

    /** Whether this is {@code http} or {@code https}. */
    public boolean isWeb() {
        return scheme.equals("https") || scheme.equals("http");
    }

    /** Whether there is anything behind the scheme. */
    boolean isBare() {
        return authority.orElse("").isEmpty() && path.isEmpty() && query.isEmpty();
    }
}
