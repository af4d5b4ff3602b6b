package io.registrar.access;

import io.registrar.credential.RandomCredentials;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The credential of a request, as its form alone says: the form decides by which rules it is judged, and it is judged
 * by those only (metadata reference, E.1 and I.1; RFC 6750 section 2.1).
 *
 * @param form its kind
 * @param token its characters; empty where there is none to judge
 */
record BearerCredential(Form form, String token) {

    enum Form {
        /** No {@code Authorization} header, or one of another scheme. */
        ABSENT,
        /** Not readable as one bearer token; HTTP 400. */
        MALFORMED,
        /** Three parts: to be judged as an access token. */
        ACCESS_TOKEN,
        REGISTRATION_ACCESS_TOKEN,
        /** One bearer token of no known form. */
        UNKNOWN
    }

    private static final int MAX_TOKEN = 16 * 1024;
    private static final Pattern BEARER = Pattern.compile("(?i:bearer)(?: .*+)?+");
    private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");
    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

    private static final BearerCredential NONE = new BearerCredential(Form.ABSENT, "");
    private static final BearerCredential BAD = new BearerCredential(Form.MALFORMED, "");

    static BearerCredential of(HttpServerRequest request) {
        List<String> headers = request.headers().getAll("Authorization");
        if (headers.size() > 1 || hasTokenInQuery(request)) {
            return BAD;
        }
        if (headers.isEmpty() || !BEARER.matcher(headers.get(0)).matches()) {
            return NONE;
        }
        String token = headers.get(0).substring("Bearer".length()).strip();
        if (token.length() > MAX_TOKEN || !B64TOKEN.matcher(token).matches()) {
            return BAD;
        }
        return new BearerCredential(formOf(token), token);
    }

    private static boolean hasTokenInQuery(HttpServerRequest request) {
        return request.query() != null && request.params().contains("access_token");
    }

    private static Form formOf(String token) {
        if (token.startsWith(RandomCredentials.REGISTRATION_ACCESS_TOKEN_PREFIX)) {
            return Form.REGISTRATION_ACCESS_TOKEN;
        }
        return JWT.matcher(token).matches() ? Form.ACCESS_TOKEN : Form.UNKNOWN;
    }

    @Override
    public String toString() {
        return "BearerCredential[" + form + "]";
    }
}
