package io.registrar.metadata.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Whether the store can keep a JSON value as it is: PostgreSQL's jsonb has no U+0000 and no endless numbers. */
final class Storable {

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
        return text.indexOf('\0') >= 0 ? Optional.of("must not hold U+0000") : Optional.empty();
    }

    private static Optional<String> numberProblem(JsonNode number) {
        double approximate = number.doubleValue();
        boolean vanished = approximate == 0
                && number.isBigDecimal()
                && number.decimalValue().signum() != 0;
        return vanished || Double.isInfinite(approximate)
                ? Optional.of("must not hold numbers beyond the range of a double")
                : Optional.empty();
    }
}
