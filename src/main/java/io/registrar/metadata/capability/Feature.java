package io.registrar.metadata.capability;

import java.util.function.Predicate;

/** Something that the identity server can do or not. */
public enum Feature {
    PUSHED_AUTHORIZATION_REQUESTS(
            "pushed_authorization_request_endpoint", CapabilitySettings::pushedAuthorizationRequests),
    REQUIRE_PUSHED_AUTHORIZATION_REQUESTS(
            "require_pushed_authorization_requests", CapabilitySettings::requirePushedAuthorizationRequests),
    DPOP_BOUND_ACCESS_TOKENS("dpop_signing_alg_values_supported", CapabilitySettings::dpopBoundAccessTokens),
    TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS(
            "tls_client_certificate_bound_access_tokens", CapabilitySettings::tlsClientCertificateBoundAccessTokens),
    REQUEST_URI_PARAMETER("request_uri_parameter_supported", CapabilitySettings::requestUriParameter),
    FRONTCHANNEL_LOGOUT("frontchannel_logout_supported", CapabilitySettings::frontchannelLogout),
    FRONTCHANNEL_LOGOUT_SESSION("frontchannel_logout_session_supported", CapabilitySettings::frontchannelLogoutSession),
    BACKCHANNEL_LOGOUT("backchannel_logout_supported", CapabilitySettings::backchannelLogout),
    BACKCHANNEL_LOGOUT_SESSION("backchannel_logout_session_supported", CapabilitySettings::backchannelLogoutSession),
    BACKCHANNEL_USER_CODE_PARAMETER(
            "backchannel_user_code_parameter_supported", CapabilitySettings::backchannelUserCodeParameter);

    private final String documentName;
    private final Predicate<CapabilitySettings> configured;

    Feature(String documentName, Predicate<CapabilitySettings> configured) {
        this.documentName = documentName;
        this.configured = configured;
    }

    /** The member of a discovery document that tells: {@code true}, or there at all. */
    public String documentName() {
        return documentName;
    }

    boolean configured(CapabilitySettings settings) {
        return configured.test(settings);
    }

    /** Whether that member is an address. */
    boolean isEndpoint() {
        return documentName.endsWith("_endpoint");
    }

    /** What a document without that member says (OpenID Connect Discovery §3). */
    boolean unsaid() {
        return this == REQUEST_URI_PARAMETER;
    }
}
