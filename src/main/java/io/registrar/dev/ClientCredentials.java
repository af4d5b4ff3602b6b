package io.registrar.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client says about itself at the token endpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749 §2.3.1</a>
 */
final class ClientCredentials {

    private static final String BASIC = "basic ";

    private ClientCredentials() {}

    /** The client's id, when it came with a secret; any secret will do here. */
    static Optional<String> clientId(Optional<String> authorization, Optional<String> id, Optional<String> secret) {
        return authorization.isPresent()
                ? authorization.flatMap(ClientCredentials::fromBasic)
                : id.filter(text ->
                        !text.isEmpty() && secret.filter(s -> !s.isEmpty()).isPresent());
    }

    private static Optional<String> fromBasic(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), UTF_8);
            int colon = pair.indexOf(':');
            return colon > 0 && colon < pair.length() - 1
                    ? Optional.of(URLDecoder.decode(pair.substring(0, colon), UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
