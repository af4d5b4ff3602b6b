package io.registrar.access.issuer;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** Header or claims of a token, before anything of it is believed. */
final class TokenPart {

    private TokenPart() {}

    /** Its members; empty where it is no JSON object in UTF-8 (RFC 7515 section 5.2, RFC 7519 section 7.2). */
    static Optional<Map<String, Object>> members(Base64URL part) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(part.decode()))
                    .toString();
            return Optional.of(JSONObjectUtils.parse(json));
        } catch (CharacterCodingException | ParseException | IllegalArgumentException noObject) {
            return Optional.empty();
        }
    }
}
