package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.profile.Profile;
import io.registrar.metadata.profile.SignedMessage;
import io.registrar.testing.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference B.7. */
class ProfileTest {

    /** Every switch that a profile must overrule. */
    private static final String GENEROUS = ";allow-implicit=true;allow-hybrid=true;allow-localhost-for-web=true"
            + ";allow-http-loopback-for-web=true;allow-native-front-channel=true;allow-http-logout=true"
            + ";allow-id-token-none=true;grant-types=authorization_code,implicit,client_credentials,refresh_token,"
            + GrantType.CIBA + "," + GrantType.UMA_TICKET;

    private static Registrations under(String profile) {
        return Registrations.withSettings("profile=" + profile);
    }

    private static Registrations generous(String profile) {
        return Registrations.withSettings("profile=" + profile + GENEROUS);
    }

    @ParameterizedTest
    @CsvSource({
        "rfc9700,RFC9700",
        "oauth21,OAUTH21",
        "fapi2-security,FAPI2_SECURITY",
        "fapi2-message-signing,FAPI2_MESSAGE_SIGNING"
    })
    void aProfileIsConfiguredByItsName(String name, Profile profile) {
        Map<String, String> settings = Map.of("registrar.metadata.profile", name);
        assertEquals(
                Optional.of(profile),
                Settings.of(MetadataPolicy.class, settings).profile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fapi2", "rfc-9700", "none"})
    void anotherNameStopsTheService(String name) {
        assertThrows(RuntimeException.class, () -> under(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"jarm | JARM", "introspection | INTROSPECTION", "jarm,introspection | JARM INTROSPECTION"})
    void signedMessagesAreConfiguredByTheirNames(String names, String messages) {
        Map<String, String> settings = Map.of("registrar.metadata.message-signing", names);
        assertEquals(
                Optional.of(Set.of(List.of(messages.split(" ")).stream()
                        .map(SignedMessage::valueOf)
                        .toArray())),
                Settings.of(MetadataPolicy.class, settings).messageSigning());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc9700", "oauth21"})
    void bestPracticeTakesItsModelClients(String profile) {
        for (Registrations deployment : List.of(under(profile), generous(profile))) {
            deployment.expect(
                    Json.client("refreshing", "'scope':'openid'"),
                    "+ 'id_token_signed_response_alg':'RS256','authorization_code_lifetime':300,"
                            + "'require_pushed_authorization_requests':false,'refresh_token_usage':'ReUse'");
            deployment.expect(Json.client("public refreshing", ""), "+ 'refresh_token_usage':'OneTimeOnly'");
            deployment.expect(
                    Json.client(
                            "native",
                            "'redirect_uris':['com.example.app:/cb','http://127.0.0.1/cb','http://localhost/cb']"),
                    "+");
            deployment.expect(Json.machine(""), "+");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "implicit | | /response_types/0",
                "implicit | 'response_types':['token','id_token token'] | /response_types/0 /response_types/1",
                "hybrid | | /response_types/0",
                "hybrid | 'response_types':['code','code id_token'] | /response_types/1",
                "web | 'redirect_uris':['http://127.0.0.1/cb'] | /redirect_uris/0",
                "web | 'redirect_uris':['https://a.example/','http://[::1]/cb'] | /redirect_uris/1",
                "web | 'redirect_uris':['http://localhost/cb'] | /redirect_uris/0",
                "web | 'post_logout_redirect_uris':['http://127.0.0.1/'] | /post_logout_redirect_uris/0",
                "web | 'post_logout_redirect_uris':['http://a.example/'] | /post_logout_redirect_uris/0",
                "uma | 'claims_redirect_uris':['http://127.0.0.1/'] | /claims_redirect_uris/0",
                "public refreshing | 'refresh_token_usage':'ReUse' | /refresh_token_usage"
            })
    void bestPracticeRefusesWhatTheDeploymentWouldAllow(String kind, String members, String outcome) {
        generous("rfc9700").expect(Json.client(kind, members), outcome);
        generous("oauth21").expect(Json.client(kind, members), outcome);
        if (!kind.startsWith("public")) {
            Registrations.withSettings(GENEROUS.substring(1)).expect(Json.client(kind, members), "+");
        }
    }

    @Test
    void fapiTakesItsModelClientsAndSaysWhatItMakesOfThem() {
        String made = "+ 'id_token_signed_response_alg':'PS256','authorization_code_lifetime':60,"
                + "'require_pushed_authorization_requests':true,'require_signed_request_object':false";
        for (Registrations deployment : List.of(under("fapi2-security"), generous("fapi2-security"))) {
            deployment.expect(Json.client("fapi", ""), made);
            deployment.expect(Json.client("fapi", "'require_pushed_authorization_requests':false"), made);
            deployment.expect(
                    Json.client("fapi", "'grant_types':['authorization_code','refresh_token']"),
                    made + ",'refresh_token_usage':'ReUse'");
            deployment.expect(
                    Json.client(
                            "tls",
                            "'tls_client_auth_san_dns':'a.example','tls_client_certificate_bound_access_tokens':true"),
                    made);
            deployment.expect(
                    Json.client(
                            "fapi",
                            "'application_type':'native','redirect_uris':['http://127.0.0.1/cb','com.example.app:/cb']"),
                    made);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'token_endpoint_auth_method':'none' | /token_endpoint_auth_method",
                "'token_endpoint_auth_method':null | /token_endpoint_auth_method",
                "'token_endpoint_auth_method':'client_secret_basic' | /token_endpoint_auth_method",
                "'token_endpoint_auth_method':'client_secret_post' | /token_endpoint_auth_method",
                "'grant_types':['authorization_code','implicit'],'response_types':['code','code id_token'] | /response_types",
                "'grant_types':['client_credentials'],'redirect_uris':null | /response_types",
                "'dpop_bound_access_tokens':false | /dpop_bound_access_tokens",
                "'dpop_bound_access_tokens':null | /dpop_bound_access_tokens",
                "'redirect_uris':['http://127.0.0.1/cb'] | /redirect_uris/0",
                "'redirect_uris':['http://localhost/cb'] | /redirect_uris/0",
                "'authorization_code_lifetime':61 | /authorization_code_lifetime",
                "'id_token_signed_response_alg':'RS256' | /id_token_signed_response_alg",
                "'id_token_signed_response_alg':'none' | /id_token_signed_response_alg",
                "'id_token_signed_response_alg':'PS384' | /id_token_signed_response_alg",
                "'userinfo_signed_response_alg':'RS256' | /userinfo_signed_response_alg",
                "'userinfo_signed_response_alg':'none' | /userinfo_signed_response_alg",
                "'request_object_signing_alg':'RS256' | /request_object_signing_alg",
                "'token_endpoint_auth_signing_alg':'RS256' | /token_endpoint_auth_signing_alg",
                "'authorization_signed_response_alg':'ES512' | /authorization_signed_response_alg",
                "'introspection_signed_response_alg':'RS256' | /introspection_signed_response_alg",
                "'scope':'openid','allowed_identity_token_signing_algorithms':['ES256','RS256'] | /allowed_identity_token_signing_algorithms/1",
                "'grant_types':['authorization_code','refresh_token'],'refresh_token_usage':'OneTimeOnly' | /refresh_token_usage"
            })
    void fapiRefusesWhatTheDeploymentWouldAllow(String members, String outcome) {
        generous("fapi2-security").expect(Json.client("fapi", members), outcome);
        generous("fapi2-message-signing").expect(Json.client("fapi", members), outcome);
        Registrations.withSettings(GENEROUS.substring(1)).expect(withoutNulls(members), "+");
    }

    // Without a profile a missing member takes its default, which is not what was sent.
    private static ObjectNode withoutNulls(String members) {
        ObjectNode client = Json.client("fapi", members);
        client.properties().removeIf(member -> member.getValue().isNull());
        return client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PS256", "ES256", "EdDSA"})
    void fapiTakesItsThreeAlgorithmsEverywhere(String algorithm) {
        for (String member : List.of(
                "id_token_signed_response_alg",
                "userinfo_signed_response_alg",
                "request_object_signing_alg",
                "token_endpoint_auth_signing_alg",
                "authorization_signed_response_alg",
                "introspection_signed_response_alg")) {
            under("fapi2-security").expect(Json.client("fapi", "").put(member, algorithm), "+");
        }
    }

    @Test
    void messageSigningAddsSignedRequests() {
        Registrations signing = under("fapi2-message-signing");
        signing.expect(
                Json.client("fapi", ""),
                "+ 'require_signed_request_object':true,'authorization_signed_response_alg':null,"
                        + "'introspection_signed_response_alg':null");
        signing.expect(Json.client("fapi", "'require_signed_request_object':false"), "/require_signed_request_object");
        signing.expect(
                Json.client(
                        "tls",
                        "'tls_client_auth_san_dns':'a.example','tls_client_certificate_bound_access_tokens':true"),
                "/require_signed_request_object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "message-signing=jarm | | + 'authorization_signed_response_alg':'PS256','introspection_signed_response_alg':null",
                "message-signing=introspection | | + 'authorization_signed_response_alg':null,'introspection_signed_response_alg':'PS256'",
                "message-signing=jarm,introspection | | + 'authorization_signed_response_alg':'PS256','introspection_signed_response_alg':'PS256'",
                "message-signing=jarm | 'authorization_signed_response_alg':'ES256' | +",
                "message-signing=jarm | 'authorization_signed_response_alg':'RS256' | /authorization_signed_response_alg",
                "message-signing=jarm;authorization-signing-alg-values=ES256 | | + 'authorization_signed_response_alg':'ES256'",
                "message-signing=jarm;authorization-signing-alg-values=RS256 | | /authorization_signed_response_alg",
                "message-signing=introspection;introspection-signing-alg-values= | | /introspection_signed_response_alg"
            })
    void messageSigningAddsWhatTheDeploymentSelects(String settings, String members, String outcome) {
        Registrations.withSettings("profile=fapi2-message-signing;" + settings)
                .expect(Json.client("fapi", members), outcome);
        Registrations.withSettings("profile=fapi2-security;" + settings)
                .expect(Json.client("fapi", ""), "+ 'authorization_signed_response_alg':null");
    }

    @Test
    void defaultsUnderAProfileAreWhatTheIdentityServerCanDo() {
        Registrations narrow = Registrations.with(
                "profile",
                "fapi2-security",
                "id-token-signing-alg-values",
                "RS256,ES256",
                "limits.authorization-code-lifetime",
                "30");
        narrow.expect(
                Json.client("fapi", ""), "+ 'id_token_signed_response_alg':'ES256','authorization_code_lifetime':30");
        under("fapi2-security")
                .expect(
                        Json.client("fapi", "'scope':'openid','allowed_identity_token_signing_algorithms':['ES256']"),
                        "+ 'id_token_signed_response_alg':'ES256'");
        under("fapi2-security")
                .expect(
                        Json.client("fapi", "'authorization_encrypted_response_alg':'ECDH-ES'"),
                        "+ 'authorization_signed_response_alg':'PS256'");
    }

    @Test
    void aBackchannelRequestUnderFapiIsSignedWithItsAlgorithms() {
        String ciba = "'grant_types':['authorization_code','" + GrantType.CIBA
                + "'],'backchannel_token_delivery_mode':'poll','backchannel_authentication_request_signing_alg':";
        generous("fapi2-security").expect(Json.client("fapi", ciba + "'PS256'"), "+");
        generous("fapi2-security")
                .expect(Json.client("fapi", ciba + "'RS256'"), "/backchannel_authentication_request_signing_alg");
    }
}
