package io.registrar.metadata.capability;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Something of which the identity server can do some kinds and not others: a list in its discovery document. */
public enum Capability {
    /** A document may leave some out (OpenID Connect Discovery §3), so only the configuration counts. */
    SCOPES("scopes_supported", CapabilitySettings::scopes),
    GRANT_TYPES("grant_types_supported", CapabilitySettings::grantTypes, List.of("authorization_code", "implicit")),
    RESPONSE_TYPES("response_types_supported", CapabilitySettings::responseTypes, List.of()),
    TOKEN_ENDPOINT_AUTH_METHODS(
            "token_endpoint_auth_methods_supported",
            CapabilitySettings::tokenEndpointAuthMethods,
            List.of("client_secret_basic")),
    TOKEN_ENDPOINT_AUTH_SIGNING_ALGS(
            "token_endpoint_auth_signing_alg_values_supported", CapabilitySettings::tokenEndpointAuthSigningAlgValues),
    SUBJECT_TYPES("subject_types_supported", CapabilitySettings::subjectTypes, List.of("public")),
    ID_TOKEN_SIGNING_ALGS(
            "id_token_signing_alg_values_supported", CapabilitySettings::idTokenSigningAlgValues, List.of("RS256")),
    ID_TOKEN_ENCRYPTION_ALGS(
            "id_token_encryption_alg_values_supported", CapabilitySettings::idTokenEncryptionAlgValues, List.of()),
    ID_TOKEN_ENCRYPTION_ENCS(
            "id_token_encryption_enc_values_supported", CapabilitySettings::idTokenEncryptionEncValues, List.of()),
    USERINFO_SIGNING_ALGS(
            "userinfo_signing_alg_values_supported", CapabilitySettings::userinfoSigningAlgValues, List.of()),
    USERINFO_ENCRYPTION_ALGS(
            "userinfo_encryption_alg_values_supported", CapabilitySettings::userinfoEncryptionAlgValues, List.of()),
    USERINFO_ENCRYPTION_ENCS(
            "userinfo_encryption_enc_values_supported", CapabilitySettings::userinfoEncryptionEncValues, List.of()),
    REQUEST_OBJECT_SIGNING_ALGS(
            "request_object_signing_alg_values_supported",
            CapabilitySettings::requestObjectSigningAlgValues,
            List.of()),
    REQUEST_OBJECT_ENCRYPTION_ALGS(
            "request_object_encryption_alg_values_supported",
            CapabilitySettings::requestObjectEncryptionAlgValues,
            List.of()),
    REQUEST_OBJECT_ENCRYPTION_ENCS(
            "request_object_encryption_enc_values_supported",
            CapabilitySettings::requestObjectEncryptionEncValues,
            List.of()),
    AUTHORIZATION_SIGNING_ALGS(
            "authorization_signing_alg_values_supported", CapabilitySettings::authorizationSigningAlgValues, List.of()),
    AUTHORIZATION_ENCRYPTION_ALGS(
            "authorization_encryption_alg_values_supported",
            CapabilitySettings::authorizationEncryptionAlgValues,
            List.of()),
    AUTHORIZATION_ENCRYPTION_ENCS(
            "authorization_encryption_enc_values_supported",
            CapabilitySettings::authorizationEncryptionEncValues,
            List.of()),
    INTROSPECTION_SIGNING_ALGS(
            "introspection_signing_alg_values_supported", CapabilitySettings::introspectionSigningAlgValues, List.of()),
    INTROSPECTION_ENCRYPTION_ALGS(
            "introspection_encryption_alg_values_supported",
            CapabilitySettings::introspectionEncryptionAlgValues,
            List.of()),
    INTROSPECTION_ENCRYPTION_ENCS(
            "introspection_encryption_enc_values_supported",
            CapabilitySettings::introspectionEncryptionEncValues,
            List.of()),
    BACKCHANNEL_TOKEN_DELIVERY_MODES(
            "backchannel_token_delivery_modes_supported", CapabilitySettings::backchannelTokenDeliveryModes, List.of()),
    BACKCHANNEL_REQUEST_SIGNING_ALGS(
            "backchannel_authentication_request_signing_alg_values_supported",
            CapabilitySettings::backchannelAuthenticationRequestSigningAlgValues,
            List.of()),
    ACR_VALUES("acr_values_supported", CapabilitySettings::acrValues),
    AUTHORIZATION_DETAILS_TYPES(
            "authorization_details_types_supported", CapabilitySettings::authorizationDetailsTypes, List.of());

    private final String documentName;
    private final Function<CapabilitySettings, Optional<List<String>>> configured;
    private final Optional<List<String>> unsaid;

    /** A list that a document may leave out without meaning anything by it. */
    Capability(String documentName, Function<CapabilitySettings, Optional<List<String>>> configured) {
        this.documentName = documentName;
        this.configured = configured;
        this.unsaid = Optional.empty();
    }

    /** @param unsaid what a document without this list says (RFC 8414 §2, OpenID Connect Discovery §3) */
    Capability(
            String documentName, Function<CapabilitySettings, Optional<List<String>>> configured, List<String> unsaid) {
        this.documentName = documentName;
        this.configured = configured;
        this.unsaid = Optional.of(unsaid);
    }

    /** The name of the list in a discovery document. */
    public String documentName() {
        return documentName;
    }

    /** The kinds that the settings name; empty for any. */
    public Optional<List<String>> configured(CapabilitySettings settings) {
        List<String> named = configured.apply(settings).orElse(List.of());
        return named.contains(CapabilitySettings.ANY) ? Optional.empty() : Optional.of(named);
    }

    /**
     * Whether servers do this without listing it: a public client uses no method of authentication that could be listed.
     */
    boolean isUnlisted(String value) {
        return this == TOKEN_ENDPOINT_AUTH_METHODS && value.equals("none");
    }

    Optional<List<String>> unsaid() {
        return unsaid;
    }
}
