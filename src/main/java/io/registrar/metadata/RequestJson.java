package io.registrar.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads request bodies that are no client metadata as strictly as those that are (metadata reference, H). */
public final class RequestJson {

    private static final StrictJson JSON = new StrictJson(new JsonLimits(16, 500, 1000, 256, 65_536, 32));

    private RequestJson() {}

    /**
     * The object in a body.
     *
     * @throws InvalidClientMetadataException if it is no acceptable JSON object; with {@code invalid_request}, because
     *     it is no metadata that is at fault
     */
    public static ObjectNode read(byte[] body) {
        try {
            return JSON.read(body);
        } catch (InvalidClientMetadataException unreadable) {
            throw new InvalidClientMetadataException(unreadable.violations().stream()
                    .map(violation -> new Violation(
                            violation.member(), violation.pointer(), ErrorCode.INVALID_REQUEST, violation.message()))
                    .toList());
        }
    }
}
