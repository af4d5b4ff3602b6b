package io.registrar.access.issuer;

import static io.registrar.access.issuer.AccessSettingsCheck.require;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks patterns for claims: what could never match, or says nothing, is a mistake of whoever wrote it. */
final class ClaimPatternsCheck {

    private static final Set<String> NEVER_TEXT = Set.of("aud", "exp", "iat", "nbf");

    /** RFC 6901 section 3; the library takes it for itself. */
    private static final Pattern NO_ESCAPE = Pattern.compile("~(?![01])");

    private ClaimPatternsCheck() {}

    static void check(String entry, Map<String, List<String>> claims) {
        claims.forEach((name, patterns) -> {
            String claim = entry + ".claims." + name;
            require(!NEVER_TEXT.contains(name), claim + " must go: only claims that are strings match");
            require(
                    isNameOrPointer(name),
                    claim + " must be a claim's name, or a JSON Pointer such as /kubernetes.io/namespace");
            require(
                    !patterns.isEmpty() && patterns.stream().noneMatch(String::isBlank),
                    claim + " must have patterns, none of them empty");
        });
    }

    /** Whether at least one claim is wanted whose patterns all say something of it. */
    static boolean sayAnything(Map<String, List<String>> claims) {
        return claims.values().stream()
                .anyMatch(patterns -> patterns.stream().map(Glob::new).allMatch(Glob::saysSomething));
    }

    /** Whether a claim can be meant by it: by its name, or by a JSON Pointer, which begins with a slash (RFC 6901). */
    static boolean isNameOrPointer(String name) {
        if (!name.startsWith("/")) {
            return true;
        }
        if (NO_ESCAPE.matcher(name).find()) {
            return false;
        }
        try {
            return !JsonPointer.compile(name).getMatchingProperty().isEmpty();
        } catch (IllegalArgumentException notAPointer) {
            return false;
        }
    }
}
