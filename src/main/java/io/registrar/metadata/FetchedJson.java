package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads JSON documents that came from elsewhere as strictly as request bodies (reference F.1 step 10). How many bytes
 * they may have is decided while they come in.
 */
public final class FetchedJson {

    // Sector documents hold up to 10,000 URIs (reference F.5); all else is as in a request body.
    private static final StrictJson JSON = new StrictJson(new JsonLimits(16, 500, 10_000, 256, 65_536, 32));

    private FetchedJson() {}

    /**
     * The value in the document, of any type.
     *
     * @throws InvalidClientMetadataException if it is no acceptable JSON
     */
    public static JsonNode read(byte[] document) {
        return JSON.readValue(document);
    }
}
