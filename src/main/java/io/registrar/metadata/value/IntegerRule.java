package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * INT(a..b): a JSON number written without fraction and exponent, never {@code -0}. The strict reader makes integral
 * nodes of exactly those spellings, so the node's kind tells.
 *
 * @param least the smallest value
 * @param greatest the largest value; {@code null} for the largest that 64 bits hold
 */
public record IntegerRule(long least, Limit greatest) implements ValueRule {

    /** From one to the other. */
    public static IntegerRule between(long least, Limit greatest) {
        return new IntegerRule(least, greatest);
    }

    /** From there on. */
    public static IntegerRule from(long least) {
        return new IntegerRule(least, null);
    }

    @Override
    public void check(JsonNode value, ValueCheck check) {
        long most = greatest == null ? Long.MAX_VALUE : greatest.in(check);
        if (!value.isNumber()) {
            check.wrongType("must be a number, without quotes");
        } else if (!value.isIntegralNumber()) {
            check.wrongType("must be a whole number, written without fraction, exponent or -0");
        } else if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            check.refuse("must be from " + least + " to " + most);
        }
    }

    @Override
    public Map<String, Object> jsonSchema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", least);
        if (greatest != null) {
            schema.put("maximum", greatest.standard());
        }
        return schema;
    }
}
