package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.AuthenticationMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An authentication method. The one for which the server would need the client secret in plain text is known and
 * refused, because only its hash is kept (reference X4).
 */
public record AuthenticationMethodRule() implements ValueRule {

    /** Those that can be registered. */
    public static final List<String> USABLE = AuthenticationMethod.ALL.stream()
            .filter(method -> !method.equals(AuthenticationMethod.CLIENT_SECRET_JWT))
            .toList();

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
        } else if (value.textValue().equals(AuthenticationMethod.CLIENT_SECRET_JWT)) {
            check.refuse(
                    "client_secret_jwt needs the secret in plain text, and only its hash is kept; use private_key_jwt");
        } else if (!USABLE.contains(value.textValue())) {
            check.refuse("not supported; use one of: " + String.join(", ", USABLE));
        }
    }

    @Override
    public Optional<List<String>> known() {
        return Optional.of(AuthenticationMethod.ALL);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "enum", USABLE);
    }
}
