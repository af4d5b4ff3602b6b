package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Turns number literals into nodes without losing their value or how they were written: a node is integral exactly if
 * the literal is digits, perhaps after a minus sign, and not {@code -0}.
 */
final class JsonNumbers {

    private static final int LONG_DIGITS = 18;

    // Longer literals would be refused if the client sent its own registration back (StrictJson).
    private static final int LONGEST_PLAIN_NUMBER = 32;

    private JsonNumbers() {}

    static JsonNode node(String literal) {
        String digits = literal.startsWith("-") ? literal.substring(1) : literal;
        if (literal.equals("-0") || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return decimal(literal);
        }
        return digits.length() <= LONG_DIGITS
                ? LongNode.valueOf(Long.parseLong(literal))
                : BigIntegerNode.valueOf(new BigInteger(literal));
    }

    /** A number as it comes back from the store: jsonb keeps its value, and neither exponents nor the sign of zero. */
    static JsonNode stored(JsonNode number) {
        BigDecimal value = number.decimalValue();
        if (value.scale() > 0) {
            return DecimalNode.valueOf(value);
        }
        String digits = value.signum() == 0 ? "0" : value.toPlainString();
        return digits.length() <= LONGEST_PLAIN_NUMBER ? node(digits) : DecimalNode.valueOf(value.stripTrailingZeros());
    }

    private static JsonNode decimal(String literal) {
        try {
            return DecimalNode.valueOf(new BigDecimal(literal));
        } catch (NumberFormatException e) {
            // An exponent beyond any number. Kept as what it amounts to; the rules refuse it where it matters.
            return DoubleNode.valueOf(Double.POSITIVE_INFINITY);
        }
    }
}
