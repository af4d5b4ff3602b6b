package io.registrar.http;

import jakarta.inject.Singleton;

/**
 * Values of {@code WWW-Authenticate} (RFC 6750 section 3). They hold constants and configuration, never input, and lead
 * to the metadata of the registration endpoint (RFC 9728 section 5.1).
 */
@Singleton
class Challenge {

    private static final String BEARER = "Bearer realm=\"dcr\"";

    private final String resourceMetadata;

    Challenge(ServiceAddress address) {
        resourceMetadata = ", resource_metadata=\"" + address.resourceMetadata() + "\"";
    }

    /** For a request without a credential: no error information. */
    String plain() {
        return BEARER + resourceMetadata;
    }

    String error(String error, String description) {
        return BEARER + ", error=\"" + error + "\", error_description=\"" + description + "\"" + resourceMetadata;
    }

    String insufficientScope(String scope) {
        return BEARER + ", error=\"insufficient_scope\", scope=\"" + scope + "\"" + resourceMetadata;
    }
}
