package io.registrar.access.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import io.registrar.access.TokenSettings;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules for the JOSE header of an access token; they come before any key is looked for (metadata reference, I.2). */
final class AccessTokenHeader {

    private static final Set<JOSEObjectType> ACCESS_TOKEN_TYPES =
            Set.of(new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));
    // RFC 7515 section 4.1.9: what has no slash is meant with application/ before it.
    private static final Set<JOSEObjectType> UNSPECIFIC_TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("application/jwt"));
    private static final Set<String> KEY_MATERIAL = Set.of("jwk", "jku", "x5u", "x5c");

    private final TokenSettings settings;

    AccessTokenHeader(TokenSettings settings) {
        this.settings = settings;
    }

    /** The header of a three-part token; empty when a rule refuses it. */
    Optional<JWSHeader> admitted(String token) {
        Base64URL encoded = new Base64URL(token.substring(0, token.indexOf('.')));
        return TokenPart.members(encoded)
                .flatMap(members -> parse(members, encoded).filter(header -> isAdmitted(header, members.keySet())));
    }

    private static Optional<JWSHeader> parse(Map<String, Object> members, Base64URL encoded) {
        try {
            return Optional.of(JWSHeader.parse(members, encoded));
        } catch (ParseException | IllegalArgumentException notAJwsHeader) {
            return Optional.empty();
        }
    }

    // The names as sent: a parsed header drops what is empty, such as crit without a name.
    private boolean isAdmitted(JWSHeader header, Set<String> members) {
        return settings.signatureAlgorithms().contains(header.getAlgorithm().getName())
                && isAccessTokenType(header.getType())
                && !members.contains("crit")
                && !members.contains("b64")
                && !members.contains("zip")
                && !(settings.strictHeader() && KEY_MATERIAL.stream().anyMatch(members::contains));
    }

    // RFC 8725 section 3.11: a JWT that says it is of another kind is of another kind.
    private boolean isAccessTokenType(JOSEObjectType type) {
        if (type != null && ACCESS_TOKEN_TYPES.contains(type)) {
            return true;
        }
        return !settings.requireAtJwt() && (type == null || UNSPECIFIC_TYPES.contains(type));
    }
}
