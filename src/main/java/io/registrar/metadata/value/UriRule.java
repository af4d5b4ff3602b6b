package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** A string that is a URI of some kind; what the kinds have in common. */
interface UriRule extends ValueRule {

    /** What is wrong with the URI, empty for nothing. */
    Optional<String> problem(String uri, ValueCheck check);

    @Override
    default void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
        } else {
            problem(value.textValue(), check).ifPresent(check::refuse);
        }
    }

    @Override
    default Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "format", "uri", "maxLength", Limit.URI_LENGTH.standard());
    }
}
