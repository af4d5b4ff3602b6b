package io.registrar.access;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Optional;

/** Reads the one claim of a token that is looked at before its signature is good: who is said to have issued it. */
final class UnverifiedIssuer {

    private UnverifiedIssuer() {}

    /** The token's {@code iss}; empty where it is no JWT or has none. */
    static Optional<String> of(BearerCredential credential) {
        if (!credential.isJwt()) {
            return Optional.empty();
        }
        String token = credential.token();
        String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        try {
            return JSONObjectUtils.parse(new Base64URL(payload).decodeToString())
                                    .get("iss")
                            instanceof String issuer
                    ? Optional.of(issuer)
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException noClaims) {
            return Optional.empty();
        }
    }
}
