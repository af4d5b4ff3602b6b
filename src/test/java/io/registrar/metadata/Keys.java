package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sound public keys for tests, by kind. */
final class Keys {

    private static final JsonNode DATA = data();

    /** A set with a key that signs and one that encrypts, as JSON text. */
    static final String BOTH = "{'keys':[" + key("p256", "'use':'sig'") + "," + key("x25519", "'use':'enc'") + "]}";

    private Keys() {}

    private static JsonNode data() {
        try (var data = Keys.class.getResourceAsStream("/metadata/public-keys.json")) {
            return new ObjectMapper().readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key of the data file with members on top. */
    static ObjectNode key(String name, String members) {
        ObjectNode key = DATA.get("keys").get(name).deepCopy();
        key.setAll(Json.object("{" + members + "}"));
        return key;
    }

    /** A key with the certificate of another, or its own. */
    static ObjectNode certified(String name, String certificate) {
        ObjectNode key = key(name, "");
        key.putArray("x5c").add(DATA.get("certificates").get(certificate).textValue());
        return key;
    }
}
