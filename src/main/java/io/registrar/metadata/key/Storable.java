package io.registrar.metadata.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.Characters;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Whether a JSON value can be kept as it is and shown to an administrator: PostgreSQL's jsonb has no U+0000 and no endless
 * numbers, and text that lies about itself is not kept. */
final class Storable {

    private static final String OUT_OF_RANGE = "must not hold numbers beyond the range of a double";
    private static final int LONGEST_FRACTION = 400;
    // More would not fit the longest literal once the number is spelt the other way, with or without exponent.
    private static final int MOST_DIGITS = 20;

    private Storable() {}

    static Optional<String> problem(JsonNode value) {
        if (value.isTextual()) {
            return textProblem(value.textValue());
        }
        if (value.isNumber()) {
            return numberProblem(value);
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            Optional<String> problem = textProblem(field.getKey()).or(() -> problem(field.getValue()));
            if (problem.isPresent()) {
                return problem;
            }
        }
        if (value.isArray()) {
            for (JsonNode element : value) {
                Optional<String> problem = problem(element);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> textProblem(String text) {
        return text.codePoints().anyMatch(c -> Characters.isControl(c) || Characters.isBidiOverride(c))
                ? Optional.of("must not hold control characters, or any that override the writing direction")
                : Optional.empty();
    }

    private static Optional<String> numberProblem(JsonNode number) {
        double approximate = number.doubleValue();
        if (Double.isInfinite(approximate)) {
            return Optional.of(OUT_OF_RANGE);
        }
        return number.isBigDecimal() ? decimalProblem(number.decimalValue(), approximate) : Optional.empty();
    }

    private static Optional<String> decimalProblem(BigDecimal number, double approximate) {
        // 0e-99999 is no small number, but jsonb writes out every zero.
        if (approximate == 0 && (number.signum() != 0 || number.scale() > LONGEST_FRACTION)) {
            return Optional.of(OUT_OF_RANGE);
        }
        return number.precision() > MOST_DIGITS
                ? Optional.of("must not hold fractions or exponents with more than " + MOST_DIGITS + " digits")
                : Optional.empty();
    }
}
