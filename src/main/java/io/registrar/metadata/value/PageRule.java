package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.uri.PageUri;
import java.util.Map;

/** PAGE: an absolute https URI with a DNS host that users are sent to. */
public record PageRule() implements ValueRule {

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
            return;
        }
        PageUri.problem(
                        value.textValue(),
                        Limit.URI_LENGTH.in(check),
                        check.policy().allowHttpPages())
                .ifPresent(check::refuse);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "format", "uri", "maxLength", Limit.URI_LENGTH.standard());
    }
}
