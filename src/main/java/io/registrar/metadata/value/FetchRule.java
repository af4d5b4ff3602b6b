package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.uri.FetchUri;
import java.util.Map;

/** FETCH: an absolute https URI that servers read, so it must not lead them into private networks. */
public record FetchRule() implements ValueRule {

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
            return;
        }
        FetchUri.problem(value.textValue(), Limit.URI_LENGTH.in(check), check.outbound())
                .ifPresent(check::refuse);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "format", "uri", "maxLength", Limit.URI_LENGTH.standard());
    }
}
