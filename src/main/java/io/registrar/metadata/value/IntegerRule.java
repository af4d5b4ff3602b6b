package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * INT(a..b): a JSON number written without fraction and exponent, never {@code -0}. The strict reader makes integral
 * nodes of exactly those spellings, so the node's kind tells.
 *
 * @param least the smallest value
 * @param greatest the largest value
 */
public record IntegerRule(long least, long greatest) implements ValueRule {

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isNumber()) {
            check.wrongType("must be a number, without quotes");
        } else if (!value.isIntegralNumber()) {
            check.wrongType("must be a whole number, written without fraction, exponent or -0");
        } else if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > greatest) {
            check.refuse("must be from " + least + " to " + greatest);
        }
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "integer", "minimum", least, "maximum", greatest);
    }
}
