package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.Algorithms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The name of a JOSE algorithm. Those for which the server would need the client secret in plain text are known and
 * refused, because only its hash is kept (reference X4).
 *
 * @param names all names of the reference
 */
public record AlgorithmRule(List<String> names) implements ValueRule {

    /** JWS-A and JWS-H. */
    public static AlgorithmRule signature() {
        return of(Algorithms.SIGNATURE);
    }

    /** The same, and {@code none}. */
    public static AlgorithmRule signatureOrNone() {
        return of(Algorithms.SIGNATURE_OR_NONE);
    }

    /** JWE-A and JWE-S. */
    public static AlgorithmRule keyEncryption() {
        return of(Algorithms.KEY_ENCRYPTION);
    }

    /** One of these. */
    public static AlgorithmRule of(List<String> names) {
        return new AlgorithmRule(names);
    }

    /** Whether it names a signature algorithm. */
    public boolean isSignature() {
        return names.contains("ES256");
    }

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
        } else if (!names.contains(value.textValue())) {
            check.refuse("not supported; use one of: " + String.join(", ", usable()));
        } else if (Algorithms.needsPlainSecret(value.textValue())) {
            check.refuse(value.textValue() + " needs the secret in plain text, and only its hash is kept; use one of: "
                    + String.join(", ", usable()));
        }
    }

    private List<String> usable() {
        return names.stream().filter(name -> !Algorithms.needsPlainSecret(name)).toList();
    }

    @Override
    public Optional<List<String>> known() {
        return Optional.of(names);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "enum", usable());
    }
}
