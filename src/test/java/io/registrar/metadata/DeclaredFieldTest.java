package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every member that is declared, whichever it is. */
class DeclaredFieldTest {

    private static final Registrations EVERYTHING = Samples.deployment();

    static List<MetadataField> fields() {
        return Samples.fields();
    }

    static Stream<MetadataField> texts() {
        return fields().stream().filter(field -> Samples.valuesOf(field).stream()
                .anyMatch(value -> value.isTextual() || value.path(0).isTextual()));
    }

    static Stream<MetadataField> localizable() {
        return fields().stream().filter(MetadataField::localizable);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatIsSentComesBackAndBackAgain(MetadataField field) {
        ObjectNode client = Samples.clientWith(field);
        EVERYTHING.expect(client, "+");
        ClientMetadata kept = EVERYTHING.register(client).metadata();
        assertEquals(kept, EVERYTHING.register(kept.toJson()).metadata());
        assertEquals(kept, ClientMetadata.ofStored(kept.toJsonText()));
    }

    @ParameterizedTest
    @MethodSource("localizable")
    void everyVariantComesBack(MetadataField field) {
        JsonNode value = Samples.valuesOf(field).get(0);
        ObjectNode client = Json.webClient("");
        client.set(field.name() + "#de-CH", value);
        client.set(field.name() + "#FR", value);
        EVERYTHING.expect(client, "+");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aValueOfTheWrongTypeIsOneViolationAndTheFirst(MetadataField field) {
        for (String wrong : List.of("5.5", "'x'", "true", "{'x':[]}", "[[]]")) {
            JsonNode value = Json.value(wrong);
            String type = String.valueOf(field.jsonSchema().get("type"));
            boolean right = value.isTextual() && type.equals("string")
                    || value.isBoolean() && type.equals("boolean")
                    || value.isObject() && type.equals("object");
            if (right) {
                continue;
            }
            ObjectNode client = Samples.clientFor(field);
            client.set(field.name(), value);
            String pointer = "/" + field.name() + (value.isArray() && type.equals("array") ? "/0" : "");
            EVERYTHING.expect(client, pointer);
            client.put("client_name", "");
            List<String> both = EVERYTHING.pointers(client);
            assertEquals(pointer, field == MetadataFields.CLIENT_NAME ? pointer : both.get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textThatCanLieIsRefusedEverywhere(MetadataField field) {
        for (int codePoint : new int[] {0, 0x0A, 0x0D, 0x7F, 0x85, 0x202E, 0x2066}) {
            JsonNode sample = Samples.valuesOf(field).get(0);
            String text = sample.isArray() ? sample.get(0).textValue() : sample.textValue();
            String lie = text.substring(0, 1) + Character.toString(codePoint) + text.substring(1);
            ObjectNode client = Samples.clientFor(field);
            if (sample.isArray()) {
                client.putArray(field.name()).add(lie);
            } else {
                client.put(field.name(), lie);
            }
            EVERYTHING.expect(client, "/" + field.name() + (sample.isArray() ? "/0" : ""));
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nullMeansAbsent(MetadataField field) {
        ObjectNode without = Samples.clientFor(field);
        without.remove(field.name());
        ObjectNode withNull = without.deepCopy().putNull(field.name());
        assertEquals(EVERYTHING.violations(without), EVERYTHING.violations(withNull));
        if (EVERYTHING.violations(without).isEmpty()) {
            assertEquals(EVERYTHING.kept(without), EVERYTHING.kept(withNull));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anEmptyTextIsRefused(MetadataField field) {
        ObjectNode client = Samples.clientFor(field);
        boolean array = Samples.valuesOf(field).get(0).isArray();
        if (array) {
            client.putArray(field.name()).add("");
        } else {
            client.put(field.name(), "");
        }
        EVERYTHING.expect(client, "/" + field.name() + (array ? "/0" : ""));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void namesHaveTheirLetterCase(MetadataField field) {
        String other = field.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + field.name().substring(1);
        ObjectNode client = Json.webClient("").put(other, "\u0007 nonsense");
        assertFalse(EVERYTHING.kept(client).has(other));
    }
}
