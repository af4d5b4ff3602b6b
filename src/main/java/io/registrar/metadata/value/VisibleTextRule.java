package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * VSTR(n): text of 1 to n characters of printable ASCII.
 *
 * @param longest the most characters
 */
public record VisibleTextRule(int longest) implements ValueRule {

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
            return;
        }
        String text = value.textValue();
        if (text.isEmpty()) {
            check.refuse("must not be empty; leave the member out instead");
        } else if (text.length() > longest) {
            check.refuse("must have at most " + longest + " characters");
        } else if (!text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E)) {
            check.refuse("must be printable ASCII");
        }
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "minLength", 1, "maxLength", longest, "pattern", "^[ -~]+$");
    }
}
