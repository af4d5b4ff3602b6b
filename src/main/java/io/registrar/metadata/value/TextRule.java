package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.Characters;
import java.util.Map;
import java.util.Optional;

/**
 * STR(n): text of 1 to n code points without control characters, unpaired surrogates and bidi overrides. Kept code
 * point for code point, never normalised (OpenID Connect Registration §6).
 *
 * @param longest the most code points
 * @param further what else the text must be
 */
public record TextRule(Limit longest, Further further) implements ValueRule {

    /** A further demand on a text that is otherwise sound. */
    @FunctionalInterface
    public interface Further {
        /** What is wrong with it, empty for nothing. */
        Optional<String> problem(String text, ValueCheck check);
    }

    /** Any text of at most this length. */
    public static TextRule of(Limit longest) {
        return new TextRule(longest, (text, check) -> Optional.empty());
    }

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
            return;
        }
        String text = value.textValue();
        problem(text, longest.in(check)).or(() -> further.problem(text, check)).ifPresent(check::refuse);
    }

    static Optional<String> problem(String text, int longest) {
        if (text.isEmpty()) {
            return Optional.of("must not be empty; leave the member out instead");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of("must have at most " + longest + " characters");
        }
        if (text.codePoints().anyMatch(c -> Characters.isControl(c) || Characters.isUnpairedSurrogate(c))) {
            return Optional.of("must not hold control characters or broken Unicode");
        }
        if (text.codePoints().anyMatch(Characters::isBidiOverride)) {
            return Optional.of("must not hold characters that override the writing direction");
        }
        return Optional.empty();
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "minLength", 1, "maxLength", longest.standard());
    }
}
