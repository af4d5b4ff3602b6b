package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A response type: words with single spaces between, in any order, none twice; registered in the order of the registry
 * (OAuth 2.0 Multiple Response Type Encoding Practices).
 */
public record ResponseTypeRule() implements ValueRule {

    public static final List<String> ALL = List.of(
            "code", "token", "id_token", "id_token token", "code id_token", "code token", "code id_token token");

    private static final int LONGEST = 64;

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
        } else if (registered(value.textValue()).isEmpty()) {
            check.refuse("not a supported response type; use one of: " + String.join(", ", ALL));
        }
    }

    @Override
    public JsonNode canonical(JsonNode value) {
        return Optional.ofNullable(value.textValue())
                .flatMap(ResponseTypeRule::registered)
                .<JsonNode>map(TextNode::valueOf)
                .orElse(value);
    }

    /** The spelling of the registry, empty for what is no response type. */
    public static Optional<String> registered(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> words = List.of(text.split(" ", -1));
        return ALL.stream()
                .filter(type -> {
                    List<String> wanted = List.of(type.split(" "));
                    return wanted.size() == words.size() && Set.copyOf(words).equals(Set.copyOf(wanted));
                })
                .findFirst();
    }

    /** These words in every order, theirs first. */
    private static Stream<String> orders(List<String> words) {
        return words.size() == 1
                ? words.stream()
                : words.stream().flatMap(first -> orders(others(words, first)).map(rest -> first + " " + rest));
    }

    private static List<String> others(List<String> words, String left) {
        return words.stream().filter(word -> !word.equals(left)).toList();
    }

    @Override
    public Optional<List<String>> known() {
        return Optional.of(ALL);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "enum", ALL);
    }

    @Override
    public Map<String, Object> requestSchema() {
        return Map.of(
                "type",
                "string",
                "enum",
                ALL.stream().flatMap(type -> orders(List.of(type.split(" ")))).toList());
    }
}
