package io.registrar.metadata.key;

import java.util.Base64;
import java.util.Optional;

/** base64url as RFC 7515 §2 wants it: no padding, no white space, one spelling for one value. */
final class Base64Url {

    private Base64Url() {}

    /** The octets, empty for any other spelling. */
    static Optional<byte[]> decode(String text) {
        try {
            byte[] octets = Base64.getUrlDecoder().decode(text);
            boolean canonical = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(octets)
                    .equals(text);
            return Optional.of(octets).filter(decoded -> canonical);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
