package io.registrar.access;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The credential of a request, as its form alone says: the form decides by which rules it is judged, and it is judged
 * by those only (metadata reference, E.1 and I.1; RFC 6750 section 2.1).
 *
 * @param form whether there is a bearer token
 * @param token its characters; empty where there is none to judge
 */
public record BearerCredential(Form form, String token) {

    /** What the request has in the place of a bearer token. */
    public enum Form {
        /** No {@code Authorization} header. */
        ABSENT,
        /** An {@code Authorization} header of another scheme. */
        OTHER_SCHEME,
        /** Not readable as one bearer token; HTTP 400. */
        MALFORMED,
        /** One bearer token; of which kind is for the kinds to say. */
        BEARER
    }

    static final BearerCredential NONE = new BearerCredential(Form.ABSENT, "");

    private static final int MAX_TOKEN = 16 * 1024;
    private static final Pattern SCHEME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]*+");
    private static final Pattern B64TOKEN = Pattern.compile(" ++(?<token>[A-Za-z0-9._~+/-]++=*+) *+");
    private static final Pattern QUERY_SEPARATOR = Pattern.compile("[&;]");
    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

    private static final BearerCredential OTHER = new BearerCredential(Form.OTHER_SCHEME, "");
    private static final BearerCredential BAD = new BearerCredential(Form.MALFORMED, "");

    /** Whether it is a token with that prefix, as this service's own tokens have one. */
    public boolean hasPrefix(String prefix) {
        return token.startsWith(prefix);
    }

    /** Whether it is a token of three parts: a JWT in JWS compact serialization. */
    public boolean isJwt() {
        return JWT.matcher(token).matches();
    }

    /** That of a request. */
    public static BearerCredential of(HttpServerRequest request) {
        List<String> headers = request.headers().getAll("Authorization");
        if (headers.size() > 1 || hasTokenInQuery(request)) {
            return BAD;
        }
        return headers.isEmpty() ? NONE : of(headers.get(0));
    }

    private static BearerCredential of(String header) {
        Matcher scheme = SCHEME.matcher(header);
        if (!scheme.lookingAt() || !scheme.group().equalsIgnoreCase("Bearer")) {
            return OTHER;
        }
        Matcher credential = B64TOKEN.matcher(header.substring(scheme.end()));
        if (!credential.matches() || credential.group("token").length() > MAX_TOKEN) {
            return BAD;
        }
        String token = credential.group("token");
        return new BearerCredential(Form.BEARER, token);
    }

    // Not the request's own parameters: those end after a thousand.
    private static boolean hasTokenInQuery(HttpServerRequest request) {
        return request.query() != null
                && QUERY_SEPARATOR.splitAsStream(request.query()).anyMatch(BearerCredential::isAccessToken);
    }

    private static boolean isAccessToken(String parameter) {
        String name = parameter.split("=", 2)[0];
        return URLDecoder.decode(name, StandardCharsets.UTF_8).equalsIgnoreCase("access_token");
    }

    @Override
    public String toString() {
        return "BearerCredential[" + form + "]";
    }
}
