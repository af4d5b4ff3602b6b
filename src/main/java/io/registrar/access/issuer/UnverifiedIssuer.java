package io.registrar.access.issuer;

import com.nimbusds.jose.util.Base64URL;
import io.registrar.access.BearerCredential;
import java.util.Optional;

/** Reads the one claim of a token that is looked at before its signature is good: who is said to have issued it. */
final class UnverifiedIssuer {

    private UnverifiedIssuer() {}

    /** The token's {@code iss}; empty where it is no JWT, has none, or cannot be read. */
    static Optional<String> of(BearerCredential credential) {
        if (!credential.isJwt()) {
            return Optional.empty();
        }
        String token = credential.token();
        String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        return TokenPart.members(new Base64URL(payload)).flatMap(claims -> text(claims.get("iss")));
    }

    private static Optional<String> text(Object claim) {
        return claim instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
