package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the value of one member must be, by itself; how members go together is the cross-checks' matter. */
public interface ValueRule {

    /** Reports everything wrong with the value; never {@code null} or missing nodes come here. */
    void check(JsonNode value, ValueCheck check);

    /** The one spelling under which a sound value is registered; usually the value itself. */
    default JsonNode canonical(JsonNode value) {
        return value;
    }

    /** All values that it knows, or knows of elements, whether usable or not; empty where these are no list. */
    default Optional<List<String>> known() {
        return Optional.empty();
    }

    /** A JSON schema of the value as registered, as far as one can say it: plain maps, lists, strings and numbers. */
    Map<String, Object> jsonSchema();

    /** The same of the value as it may be sent, where that is more than {@link #canonical} returns. */
    default Map<String, Object> requestSchema() {
        return jsonSchema();
    }
}
