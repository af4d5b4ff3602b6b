package io.registrar.http;

/** Values of {@code WWW-Authenticate} (RFC 6750 section 3). They hold constants and configuration, never input. */
final class Challenge {

    private static final String BEARER = "Bearer realm=\"dcr\"";

    private Challenge() {}

    /** For a request without a credential: no error information. */
    static String plain() {
        return BEARER;
    }

    static String error(String error, String description) {
        return BEARER + ", error=\"" + error + "\", error_description=\"" + description + "\"";
    }

    static String insufficientScope(String scope) {
        return BEARER + ", error=\"insufficient_scope\", scope=\"" + scope + "\"";
    }
}
