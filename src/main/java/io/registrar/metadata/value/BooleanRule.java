package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** BOOL: {@code true} or {@code false}, never a string or a number. */
public record BooleanRule() implements ValueRule {

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isBoolean()) {
            check.wrongType("must be true or false, without quotes");
        }
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "boolean");
    }
}
