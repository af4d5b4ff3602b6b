package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ENUM: one of these values, letter by letter. Which of them the identity server can do is the capabilities' matter.
 *
 * @param values all values of the reference
 */
public record EnumRule(List<String> values) implements ValueRule {

    public static EnumRule of(String... values) {
        return new EnumRule(List.of(values));
    }

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
        } else if (!values.contains(value.textValue())) {
            check.refuse("not supported; use one of: " + String.join(", ", values));
        }
    }

    @Override
    public Optional<List<String>> known() {
        return Optional.of(values);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "enum", values);
    }
}
