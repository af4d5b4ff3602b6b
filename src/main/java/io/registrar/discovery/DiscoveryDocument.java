package io.registrar.discovery;

import com.fasterxml.jackson.databind.JsonNode;

/** Provider metadata (OpenID Connect Discovery section 4.3). */
final class DiscoveryDocument {

    private DiscoveryDocument() {}

    /**
     * The document, if it is of this issuer.
     *
     * @param issuer the identifier from which its address was formed; the document must name the same, letter by letter
     * @throws UnusableDocumentException when it is no such document
     */
    static JsonNode of(JsonNode document, String issuer) {
        if (!issuer.equals(document.path("issuer").textValue())) {
            throw new UnusableDocumentException("it does not name the issuer " + issuer);
        }
        return document;
    }

    /** The answer is no discovery document of that issuer. */
    static final class UnusableDocumentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnusableDocumentException(String why) {
            super(why);
        }
    }
}
