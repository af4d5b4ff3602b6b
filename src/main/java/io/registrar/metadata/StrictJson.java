package io.registrar.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads a request body as RFC 8259 writes it and nothing more: UTF-8 without byte order mark, one object, no repeated
 * names, no broken Unicode, within bounds (section H of the reference). Trees are built here from the tokens, because
 * Jackson's own builder forgets how a number was written and counts neither members nor elements.
 */
final class StrictJson {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonLimits limits;
    private final JsonFactory factory;

    StrictJson(MetadataLimits limits) {
        this(JsonLimits.of(limits));
    }

    StrictJson(JsonLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Names come from strangers: they must not fill tables that live as long as the process.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nesting())
                        .maxNameLength(limits.nameLength())
                        .maxStringLength(limits.stringLength())
                        .maxNumberLength(limits.numberLength())
                        .build())
                .build();
    }

    /** The object in a body; refuses the body with {@link InvalidClientMetadataException} otherwise. */
    ObjectNode read(byte[] body) {
        String text = decode(body);
        if (text.isBlank()) {
            throw InvalidClientMetadataException.ofBody("the body is empty; send a JSON object");
        }
        if (text.stripLeading().charAt(0) != '{') {
            throw InvalidClientMetadataException.ofBody("the body must be a JSON object");
        }
        return (ObjectNode) parse(text);
    }

    /** The one value in a document, of any type; refuses as {@link #read} does. */
    JsonNode readValue(byte[] document) {
        return parse(decode(document));
    }

    private JsonNode parse(String text) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw InvalidClientMetadataException.ofBody("the body is empty");
            }
            JsonNode value = value(parser);
            if (parser.nextToken() != null) {
                throw InvalidClientMetadataException.ofBody("the body must end after the JSON object");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw InvalidClientMetadataException.ofBody("the body exceeds a limit: " + limits.nesting()
                    + " levels, names of " + limits.nameLength() + ", strings of " + limits.stringLength()
                    + ", numbers of " + limits.numberLength() + " characters");
        } catch (JsonProcessingException e) {
            // The cause quotes the body, so it goes nowhere.
            throw InvalidClientMetadataException.ofBody(
                    "the body is not valid JSON, or an object in it has two members of one name");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                throw InvalidClientMetadataException.ofBody("the body must not begin with a byte order mark");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw InvalidClientMetadataException.ofBody("the body must be UTF-8");
        }
    }

    private ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser.currentName(), limits.nameLength());
            parser.nextToken();
            object.set(name, value(parser));
            if (object.size() > limits.members()) {
                throw InvalidClientMetadataException.ofBody(
                        "an object must have at most " + limits.members() + " members");
            }
        }
        return object;
    }

    private ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
            if (array.size() > limits.arrayElements()) {
                throw InvalidClientMetadataException.ofBody(
                        "an array must have at most " + limits.arrayElements() + " elements");
            }
        }
        return array;
    }

    private JsonNode value(JsonParser parser) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> nodes.textNode(text(parser.getText(), limits.stringLength()));
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            default -> JsonNumbers.node(number(parser.getText()));
        };
    }

    private String number(String literal) {
        if (literal.length() > limits.numberLength()) {
            throw InvalidClientMetadataException.ofBody(
                    "a number must have at most " + limits.numberLength() + " characters");
        }
        return literal;
    }

    // "\ud800" is legal JSON and no Unicode: it cannot be stored, and hashing it would turn it into a question mark.
    private static String text(String text, int longest) {
        if (text.length() > longest) {
            throw InvalidClientMetadataException.ofBody("a name or string in the body is too long");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw InvalidClientMetadataException.ofBody("the body holds an unpaired surrogate");
        }
        return text;
    }
}
