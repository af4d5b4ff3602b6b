package io.registrar.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes metadata for the store and reads it back, without a change to any value. */
final class StoredJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StoredJson() {}

    static String write(ObjectNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("metadata is a tree and can always be written", e);
        }
    }

    static Map<String, JsonNode> read(String json) {
        try {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            MAPPER.readTree(json)
                    .properties()
                    .forEach(member -> members.put(member.getKey(), asStored(member.getValue())));
            return members;
        } catch (JsonProcessingException e) {
            // The cause quotes the document, which may hold personal data.
            throw new IllegalArgumentException("stored client metadata is not JSON");
        }
    }

    /** The same value with every number as the store gives it back. */
    static JsonNode asStored(JsonNode value) {
        if (value.isNumber()) {
            return JsonNumbers.stored(value);
        }
        if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(asStored(member.getValue())));
        }
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, asStored(array.get(i)));
            }
        }
        return value;
    }
}
