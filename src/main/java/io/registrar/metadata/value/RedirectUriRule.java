package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.uri.RedirectUri;
import java.util.Map;

/** A redirect URI, as far as it can be judged without knowing the client: R1 to R10, R15 and R17 of the reference. */
public record RedirectUriRule() implements ValueRule {

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isTextual()) {
            check.wrongType("must be a string");
            return;
        }
        String uri = value.textValue();
        RedirectUri.problem(uri, Limit.URI_LENGTH.in(check), check.policy().allowDotlessSchemes())
                .ifPresent(check::refuse);
        if (check.policy().commaSeparatedReaders() && uri.indexOf(',') >= 0) {
            check.refuse("must not hold a comma; send %2C instead");
        }
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "format", "uri", "maxLength", Limit.URI_LENGTH.standard());
    }
}
