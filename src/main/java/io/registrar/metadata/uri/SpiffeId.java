package io.registrar.metadata.uri;

import java.util.List;
import java.util.Optional;

/** The identity of a workload (SPIFFE ID specification §2, reference E.3). */
public final class SpiffeId {

    private static final String SCHEME = "spiffe://";
    private static final int LONGEST = 2048;
    private static final int LONGEST_TRUST_DOMAIN = 255;

    private SpiffeId() {}

    /** What is wrong with it, empty for nothing. */
    public static Optional<String> problem(String text) {
        if (!text.startsWith(SCHEME) || text.length() > LONGEST) {
            return Optional.of("must begin with spiffe:// in lower case");
        }
        String rest = text.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String domain = slash < 0 ? rest : rest.substring(0, slash);
        if (domain.isEmpty()
                || domain.length() > LONGEST_TRUST_DOMAIN
                || !domain.chars().allMatch(SpiffeId::isLower)) {
            return Optional.of("the trust domain must be of lower-case letters, digits, dots, hyphens and underscores");
        }
        if (slash < 0) {
            return Optional.of("a workload needs a path after the trust domain");
        }
        return List.of(rest.substring(slash + 1).split("/", -1)).stream().allMatch(SpiffeId::isSegment)
                ? Optional.empty()
                : Optional.of("the path must be of segments of letters, digits, dots, hyphens and underscores");
    }

    private static boolean isSegment(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.chars().allMatch(c -> isLower(c) || (c >= 'A' && c <= 'Z'));
    }

    private static boolean isLower(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    }
}
