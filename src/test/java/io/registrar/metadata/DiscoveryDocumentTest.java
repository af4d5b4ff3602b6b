package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.capability.Feature;
import io.registrar.testing.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the discovery documents of identity servers make of the capabilities (RFC 8414, OpenID Connect Discovery). */
class DiscoveryDocumentTest {

    private static final String SPRING = """
            {'issuer':'https://as.example.com','authorization_endpoint':'https://as.example.com/oauth2/authorize',
            'pushed_authorization_request_endpoint':'https://as.example.com/oauth2/par',
            'token_endpoint':'https://as.example.com/oauth2/token',
            'token_endpoint_auth_methods_supported':['client_secret_basic','client_secret_post','client_secret_jwt',
            'private_key_jwt','tls_client_auth','self_signed_tls_client_auth'],
            'jwks_uri':'https://as.example.com/oauth2/jwks','userinfo_endpoint':'https://as.example.com/userinfo',
            'end_session_endpoint':'https://as.example.com/connect/logout','response_types_supported':['code'],
            'grant_types_supported':['authorization_code','client_credentials','refresh_token',
            'urn:ietf:params:oauth:grant-type:device_code','urn:ietf:params:oauth:grant-type:token-exchange'],
            'tls_client_certificate_bound_access_tokens':true,
            'dpop_signing_alg_values_supported':['RS256','ES256'],'code_challenge_methods_supported':['S256'],
            'subject_types_supported':['public'],'id_token_signing_alg_values_supported':['RS256'],
            'scopes_supported':['openid']}
            """;

    private static final String KEYCLOAK = """
            {'issuer':'https://kc.example.com/realms/r','require_pushed_authorization_requests':false,
            'grant_types_supported':['authorization_code','client_credentials','implicit','password','refresh_token',
            'urn:ietf:params:oauth:grant-type:device_code','urn:ietf:params:oauth:grant-type:token-exchange',
            'urn:ietf:params:oauth:grant-type:uma-ticket','urn:openid:params:grant-type:ciba'],
            'acr_values_supported':['0','1'],
            'response_types_supported':['code','none','id_token','token','token id_token','code id_token','code token',
            'code token id_token'],'subject_types_supported':['public','pairwise'],
            'id_token_signing_alg_values_supported':['PS384','RS384','EdDSA','ES384','HS256','RS256','ES256','PS256'],
            'id_token_encryption_alg_values_supported':['ECDH-ES','RSA-OAEP','RSA-OAEP-256','RSA1_5'],
            'id_token_encryption_enc_values_supported':['A256GCM','A128GCM','A128CBC-HS256'],
            'userinfo_signing_alg_values_supported':['RS256','ES256','none'],
            'request_object_signing_alg_values_supported':['RS256','ES256','ES384','HS256','none'],
            'token_endpoint_auth_methods_supported':['private_key_jwt','client_secret_basic','client_secret_post',
            'tls_client_auth','client_secret_jwt'],
            'token_endpoint_auth_signing_alg_values_supported':['RS256','ES256','HS256'],
            'authorization_signing_alg_values_supported':['RS256','ES256','HS256'],
            'scopes_supported':['openid','profile','offline_access'],
            'request_parameter_supported':true,'request_uri_parameter_supported':true,
            'tls_client_certificate_bound_access_tokens':true,'dpop_signing_alg_values_supported':['RS256'],
            'backchannel_logout_supported':true,'backchannel_logout_session_supported':true,
            'frontchannel_logout_supported':true,'frontchannel_logout_session_supported':true,
            'pushed_authorization_request_endpoint':'https://kc.example.com/par',
            'backchannel_token_delivery_modes_supported':['poll','ping'],
            'backchannel_authentication_request_signing_alg_values_supported':['RS256','ES256']}
            """;

    private static final String MINIMAL = """
            {'issuer':'https://as.example.com','authorization_endpoint':'https://as.example.com/authorize',
            'token_endpoint':'https://as.example.com/token','jwks_uri':'https://as.example.com/jwks',
            'response_types_supported':['code'],'subject_types_supported':['public'],
            'id_token_signing_alg_values_supported':['RS256']}
            """;

    private static Capabilities narrowed(String document, String... settings) {
        Map<String, String> properties =
                settings.length == 0 ? Map.of() : Map.of("registrar.metadata." + settings[0], settings[1]);
        return Capabilities.configured(Settings.of(MetadataPolicy.class, properties))
                .narrowedTo(Json.value(document));
    }

    private static List<String> of(Capabilities capabilities, Capability capability) {
        return capabilities.of(capability).orElseThrow();
    }

    private static Set<Feature> features(Capabilities capabilities) {
        return Arrays.stream(Feature.values()).filter(capabilities::has).collect(Collectors.toSet());
    }

    @Test
    void springAuthorizationServer() {
        Capabilities spring = narrowed(SPRING);
        assertEquals(
                List.of(
                        "authorization_code",
                        "client_credentials",
                        "refresh_token",
                        GrantType.DEVICE_CODE,
                        GrantType.TOKEN_EXCHANGE),
                of(spring, Capability.GRANT_TYPES));
        assertEquals(List.of("code"), of(spring, Capability.RESPONSE_TYPES));
        assertEquals(List.of("public"), of(spring, Capability.SUBJECT_TYPES));
        assertEquals(List.of("RS256"), of(spring, Capability.ID_TOKEN_SIGNING_ALGS));
        assertEquals(List.of(), of(spring, Capability.USERINFO_SIGNING_ALGS));
        assertEquals(List.of(), of(spring, Capability.REQUEST_OBJECT_SIGNING_ALGS));
        assertEquals(List.of(), of(spring, Capability.AUTHORIZATION_DETAILS_TYPES));
        assertEquals(Optional.empty(), spring.of(Capability.ACR_VALUES));
        assertEquals(
                Set.of(
                        Feature.PUSHED_AUTHORIZATION_REQUESTS,
                        Feature.DPOP_BOUND_ACCESS_TOKENS,
                        Feature.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS,
                        // OpenID Connect Discovery §3: true if unsaid.
                        Feature.REQUEST_URI_PARAMETER),
                features(spring));
    }

    @Test
    void keycloak() {
        Capabilities keycloak = narrowed(KEYCLOAK);
        assertEquals(
                Set.of(
                        "authorization_code",
                        "implicit",
                        "client_credentials",
                        "refresh_token",
                        GrantType.DEVICE_CODE,
                        GrantType.TOKEN_EXCHANGE,
                        GrantType.CIBA),
                Set.copyOf(of(keycloak, Capability.GRANT_TYPES)));
        assertEquals(
                List.of(
                        "code",
                        "token",
                        "id_token",
                        "id_token token",
                        "code id_token",
                        "code token",
                        "code id_token token"),
                of(keycloak, Capability.RESPONSE_TYPES));
        assertEquals("RS256", of(keycloak, Capability.ID_TOKEN_SIGNING_ALGS).get(0));
        assertEquals(List.of("RSA-OAEP", "RSA-OAEP-256", "ECDH-ES"), of(keycloak, Capability.ID_TOKEN_ENCRYPTION_ALGS));
        assertEquals(List.of("RS256", "ES256"), of(keycloak, Capability.REQUEST_OBJECT_SIGNING_ALGS));
        assertEquals(List.of("poll", "ping"), of(keycloak, Capability.BACKCHANNEL_TOKEN_DELIVERY_MODES));
        assertEquals(List.of("0", "1"), of(keycloak, Capability.ACR_VALUES));
        assertEquals(
                Set.of(
                        Feature.PUSHED_AUTHORIZATION_REQUESTS,
                        Feature.DPOP_BOUND_ACCESS_TOKENS,
                        Feature.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS,
                        Feature.REQUEST_URI_PARAMETER,
                        Feature.FRONTCHANNEL_LOGOUT,
                        Feature.FRONTCHANNEL_LOGOUT_SESSION,
                        Feature.BACKCHANNEL_LOGOUT,
                        Feature.BACKCHANNEL_LOGOUT_SESSION),
                features(keycloak));
    }

    @Test
    void aDocumentThatSaysNothingMeansWhatTheSpecificationsSay() {
        Capabilities minimal = narrowed(MINIMAL);
        assertEquals(List.of("authorization_code", "implicit"), of(minimal, Capability.GRANT_TYPES));
        assertEquals(List.of("none", "client_secret_basic"), of(minimal, Capability.TOKEN_ENDPOINT_AUTH_METHODS));
        assertEquals(Optional.empty(), minimal.of(Capability.SCOPES));
        assertEquals(Set.of(Feature.REQUEST_URI_PARAMETER), features(minimal));
        Capabilities nothing = narrowed("{}");
        assertEquals(List.of(), of(nothing, Capability.RESPONSE_TYPES));
        assertEquals(List.of("public"), of(nothing, Capability.SUBJECT_TYPES));
        assertEquals(List.of("RS256"), of(nothing, Capability.ID_TOKEN_SIGNING_ALGS));
    }

    @Test
    void theSettingsStayTheOuterBoundAndSayWhatIsUsual() {
        assertEquals(
                List.of("ES256", "PS256"),
                of(
                        narrowed(KEYCLOAK, "id-token-signing-alg-values", "ES256,PS256,PS512"),
                        Capability.ID_TOKEN_SIGNING_ALGS));
        assertEquals(List.of("api", "openid"), of(narrowed(SPRING, "scopes", "api,openid"), Capability.SCOPES));
        assertEquals(
                Set.of(
                        Feature.PUSHED_AUTHORIZATION_REQUESTS,
                        Feature.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS,
                        Feature.REQUEST_URI_PARAMETER),
                features(narrowed(SPRING, "dpop-bound-access-tokens", "false")));
    }

    @Test
    void aDemandOfEitherSideIsADemand() {
        String demanding = "{'require_pushed_authorization_requests':true}";
        assertEquals(true, narrowed(demanding).has(Feature.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS));
        assertEquals(
                true,
                narrowed(MINIMAL, "require-pushed-authorization-requests", "true")
                        .has(Feature.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS));
        assertEquals(false, narrowed(MINIMAL).has(Feature.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS));
    }

    @Test
    void whatIsNoListOrFlagSaysNothing() {
        Capabilities odd = narrowed("{'grant_types_supported':'refresh_token','subject_types_supported':[5,'pairwise'],"
                + "'backchannel_logout_supported':'true','frontchannel_logout_supported':null,"
                + "'pushed_authorization_request_endpoint':'','dpop_signing_alg_values_supported':[]}");
        assertEquals(List.of("authorization_code", "implicit"), of(odd, Capability.GRANT_TYPES));
        assertEquals(List.of("pairwise"), of(odd, Capability.SUBJECT_TYPES));
        assertEquals(Set.of(Feature.REQUEST_URI_PARAMETER), features(odd));
    }
}
