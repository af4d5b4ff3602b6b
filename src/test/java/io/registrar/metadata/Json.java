package io.registrar.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** Short JSON for tests: apostrophes stand for quotes. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object(String json) {
        return (ObjectNode) value(json);
    }

    static JsonNode value(String json) {
        try {
            return MAPPER.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A web client with one sound redirect URI, and these members on top. */
    static ObjectNode webClient(String members) {
        ObjectNode client = object("{'redirect_uris':['https://app.example.com/cb']}");
        client.setAll(object("{" + members + "}"));
        return client;
    }

    /** A client that works alone, and these members on top. */
    static ObjectNode machine(String members) {
        ObjectNode client = object("{'grant_types':['client_credentials']}");
        client.setAll(object("{" + members + "}"));
        return client;
    }
}
