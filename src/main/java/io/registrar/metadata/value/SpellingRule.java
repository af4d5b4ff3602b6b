package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of these names in any letter case, registered in this spelling; numbers and lists of names are none (reference
 * A.12).
 *
 * @param names the names as they are returned
 */
public record SpellingRule(List<String> names) implements ValueRule {

    public static SpellingRule of(String... names) {
        return new SpellingRule(List.of(names));
    }

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
        } else if (spelt(value.textValue()).isEmpty()) {
            check.refuse("not supported; use one of: " + String.join(", ", names));
        }
    }

    @Override
    public JsonNode canonical(JsonNode value) {
        return Optional.ofNullable(value.textValue())
                .flatMap(this::spelt)
                .<JsonNode>map(TextNode::valueOf)
                .orElse(value);
    }

    // Letters of ASCII only: the Kelvin sign is no k.
    private Optional<String> spelt(String text) {
        return names.stream()
                .filter(name -> text.length() == name.length()
                        && text.chars().allMatch(c -> c < 0x80)
                        && text.equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "enum", names);
    }
}
