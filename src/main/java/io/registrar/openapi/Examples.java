package io.registrar.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Example requests and answers of the API description. */
final class Examples {

    /**
     * @param summary in a few words
     * @param body the JSON document
     */
    record Example(String summary, Map<String, Object> body) {}

    static final Map<String, Example> REQUESTS = requests();

    /** The answer to {@code machineClient}. */
    static final Map<String, Object> CLIENT_INFORMATION = clientInformation();

    /** The answer to {@code machineClient} with a member more that means nothing for it. */
    static final Map<String, Object> VALIDATED_CLIENT_METADATA = validatedClientMetadata();

    /** What pipelines may register, bounded by their policy. */
    static final Map<String, Object> REGISTRATION_POLICY = registrationPolicy();

    static final Map<String, Object> INVALID_REDIRECT_URI = invalidRedirectUri();

    /** What clients can know without a credential. */
    static final Map<String, Object> RESOURCE_METADATA = ordered(
            "resource",
            "https://config.example.com/connect/dcr",
            "authorization_servers",
            List.of("https://id.example.com"),
            "scopes_supported",
            List.of("IdentityServer.Configuration"),
            "bearer_methods_supported",
            List.of("header"),
            "resource_name",
            "Client registration");

    private Examples() {}

    private static Map<String, Example> requests() {
        Map<String, Example> examples = new LinkedHashMap<>();
        examples.put(
                "machineClient",
                new Example(
                        "A service that calls APIs on its own behalf",
                        ordered(
                                "client_name",
                                "Nightly import",
                                "grant_types",
                                List.of("client_credentials"),
                                "scope",
                                "orders.read")));
        examples.put(
                "webClient",
                new Example(
                        "A web application that signs users in",
                        ordered(
                                "client_name",
                                "Demo",
                                "client_name#fr",
                                "Démo",
                                "redirect_uris",
                                List.of("https://app.example.com/cb"),
                                "grant_types",
                                List.of("authorization_code", "refresh_token"),
                                "scope",
                                "openid profile")));
        examples.put(
                "nativeClient",
                new Example(
                        "A public client on a user's device",
                        ordered(
                                "client_name",
                                "Demo for phones",
                                "application_type",
                                "native",
                                "redirect_uris",
                                List.of("com.example.app:/oauth2redirect"),
                                "token_endpoint_auth_method",
                                "none")));
        return examples;
    }

    private static Map<String, Object> clientInformation() {
        Map<String, Object> members = ordered(
                "client_id", "Zq3v0hG1m9s4t7x2c5b8nA",
                "client_id_issued_at", 1767225600,
                "client_secret", "4fPpK2GzTq0wXJdHc1sQv7uYbNn9mRkE6iLoZaV3tB8",
                "client_secret_expires_at", 0,
                "registration_client_uri", "https://config.example.com/connect/dcr/Zq3v0hG1m9s4t7x2c5b8nA",
                "registration_access_token", "rat_u7W1xQeVZk3yRj0oTn5bLdS8cGfHmA2pXi6sKv9ENqY");
        members.putAll(registered());
        return members;
    }

    private static Map<String, Object> validatedClientMetadata() {
        Map<String, Object> members = registered();
        members.put(
                "warnings",
                List.of(ordered(
                        "member",
                        "subject_type",
                        "pointer",
                        "/subject_type",
                        "message",
                        "subject_type: means nothing for this client and is not registered; it needs a grant in which a"
                                + " user signs in, such as authorization_code")));
        return members;
    }

    private static Map<String, Object> registered() {
        return ordered(
                "token_endpoint_auth_method",
                "client_secret_basic",
                "grant_types",
                List.of("client_credentials"),
                "response_types",
                List.of(),
                "client_name",
                "Nightly import",
                "scope",
                "orders.read",
                "application_type",
                "web",
                "tls_client_certificate_bound_access_tokens",
                false,
                "use_mtls_endpoint_aliases",
                false,
                "require_signed_request_object",
                false,
                "require_pushed_authorization_requests",
                false,
                "dpop_bound_access_tokens",
                false,
                "access_token_lifetime",
                3600,
                "access_token_type",
                "Jwt",
                "require_client_secret",
                true);
    }

    private static Map<String, Object> registrationPolicy() {
        return ordered(
                "policy",
                "ci-pipelines",
                "grant_types",
                List.of("client_credentials"),
                "response_types",
                List.of("code"),
                "token_endpoint_auth_methods",
                List.of("private_key_jwt"),
                "application_types",
                List.of("web"),
                "scopes",
                List.of("orders.*"),
                "default_scopes",
                List.of("orders.read"),
                "maximum",
                ordered("access_token_lifetime", 600, "client_lifetime", 604800),
                "required",
                List.of("client_name"),
                "fixed",
                ordered("access_token_type", "Jwt"),
                "profiles",
                List.of(),
                "quota",
                50,
                "rate",
                ordered("registrations", 20, "per_seconds", 3600));
    }

    private static Map<String, Object> invalidRedirectUri() {
        String message = "redirect_uris[0]: http is allowed for loopback hosts only";
        return ordered(
                "error",
                "invalid_redirect_uri",
                "error_description",
                message,
                "error_field",
                "redirect_uris",
                "violations",
                List.of(ordered(
                        "member", "redirect_uris",
                        "pointer", "/redirect_uris/0",
                        "code", "invalid_redirect_uri",
                        "message", message)));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
