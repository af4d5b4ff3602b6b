package io.registrar.access.issuer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the claims of a token must be: each of these claims must be there, be a string, and match one of its patterns. A
 * claim of any other type matches nothing, whatever is in it.
 */
final class ClaimPatterns {

    private final Map<String, List<Glob>> patterns;

    /** @param claims by name, or by JSON Pointer for a claim within a claim */
    ClaimPatterns(Map<String, List<String>> claims) {
        patterns = claims.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Glob::new).toList()));
    }

    /** Where there are none, every token has them. */
    boolean match(VerifiedToken token) {
        return patterns.entrySet().stream().allMatch(entry -> token.text(entry.getKey())
                .filter(value -> entry.getValue().stream().anyMatch(pattern -> pattern.matches(value)))
                .isPresent());
    }
}
