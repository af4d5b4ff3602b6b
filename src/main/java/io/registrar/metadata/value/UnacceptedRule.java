package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A known member that is refused whatever it holds.
 *
 * @param why why, and what to do
 */
public record UnacceptedRule(String why) implements ValueRule {

    @Override
    public void check(JsonNode value, ValueCheck check) {
        check.refuse(why);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string");
    }
}
