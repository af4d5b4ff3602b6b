package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of these names in any letter case, registered in this spelling; numbers and lists of names are none (reference
 * A.12).
 *
 * @param names the names as they are returned, made of letters
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

    @Override
    public Map<String, Object> requestSchema() {
        return Map.of(
                "type",
                "string",
                "pattern",
                names.stream().map(SpellingRule::inAnyCase).collect(Collectors.joining("|", "^(", ")$")),
                "description",
                String.join(" or ", names) + ", in any letter case.");
    }

    // A pattern in a JSON schema has no flags.
    private static String inAnyCase(String name) {
        return name.chars()
                .mapToObj(c -> "[%c%c]".formatted(Character.toUpperCase(c), Character.toLowerCase(c)))
                .collect(Collectors.joining());
    }
}
