package io.registrar.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads provider metadata (OpenID Connect Discovery section 4.3). */
final class DiscoveryDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private DiscoveryDocument() {}

    /**
     * The document of this issuer.
     *
     * @param issuer the identifier from which its address was formed; the document must name the same, letter by letter
     * @throws UnusableDocumentException when the text is no such document
     */
    static JsonNode read(String text, String issuer) {
        JsonNode document = parse(text);
        if (!issuer.equals(document.path("issuer").textValue())) {
            throw new UnusableDocumentException("it does not name the issuer " + issuer);
        }
        return document;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnusableDocumentException("it is not JSON");
        }
    }

    /** The answer is no discovery document of that issuer. */
    static final class UnusableDocumentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnusableDocumentException(String why) {
            super(why);
        }
    }
}
