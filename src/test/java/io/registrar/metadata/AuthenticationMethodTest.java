package io.registrar.metadata;

import static io.registrar.metadata.MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationMethodTest {

    private static final Registrations STRICT = Registrations.with();
    private static final String JWKS_URI = "'jwks_uri':'https://keys.example.com/jwks.json'";

    /** Columns of reference B.4; client_secret_jwt and the methods of drafts are refused with every grant. */
    private static final List<String> METHODS = List.of(
            "none",
            "client_secret_basic",
            "client_secret_post",
            "client_secret_jwt",
            "private_key_jwt",
            "self_signed_tls_client_auth",
            "tls_client_auth",
            "spiffe_jwt",
            "spiffe_x509",
            "attest_jwt_client_auth");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authorization_code                              | +++-+++---",
                "implicit                                        | +++-+++---",
                "authorization_code refresh_token                | +++-+++---",
                "refresh_token                                   | ----------",
                "client_credentials refresh_token                | ----------",
                "client_credentials                              | -++-+++---",
                "urn:ietf:params:oauth:grant-type:device_code    | +++-+++---",
                "urn:openid:params:grant-type:ciba               | -++-+++---",
                "urn:ietf:params:oauth:grant-type:token-exchange | -++-+++---",
                "urn:ietf:params:oauth:grant-type:jwt-bearer     | -++-+++---",
                "urn:ietf:params:oauth:grant-type:saml2-bearer   | -++-+++---",
                "urn:ietf:params:oauth:grant-type:uma-ticket     | -++-+++---",
                "urn:ietf:params:oauth:grant-type:pre-authorized_code | +++-+++---",
                "password                                        | ----------",
                "urn:example:anything                            | ----------"
            })
    void grantsAndMethodsAgree(String grants, String verdicts) {
        Registrations deployment =
                Registrations.with("allow-implicit", "true", "grant-types", String.join(",", GrantType.ALL));
        for (int i = 0; i < METHODS.size(); i++) {
            ObjectNode client = Json.object("{" + JWKS_URI + "}").put("token_endpoint_auth_method", METHODS.get(i));
            List.of(grants.split(" ")).forEach(client.withArray("grant_types")::add);
            if (METHODS.get(i).equals("tls_client_auth")) {
                client.put("tls_client_auth_san_dns", "client.example.com");
            }
            if (grants.contains("ciba")) {
                client.put("backchannel_token_delivery_mode", "poll");
            }
            if (grants.contains("implicit")) {
                client.putArray("response_types").add("id_token");
            }
            if (grants.contains("implicit") || grants.contains("authorization_code")) {
                client.putArray("redirect_uris").add("https://app.example.com/cb");
            }
            List<Violation> violations = deployment.violations(client);
            assertEquals(verdicts.charAt(i) == '+', violations.isEmpty(), METHODS.get(i) + violations);
            violations.forEach(violation -> assertEquals(ErrorCode.INVALID_CLIENT_METADATA, violation.code()));
        }
    }

    @Test
    void implicitIsOffByDefaultForEveryMethod() {
        for (String method : METHODS) {
            ObjectNode client = Json.webClient("'grant_types':['implicit'],'response_types':['id_token']," + JWKS_URI)
                    .put("token_endpoint_auth_method", method);
            assertTrue(
                    STRICT.violations(client).stream().anyMatch(v -> v.member().equals("response_types")), method);
        }
    }

    @Test
    void aMethodThatIsNotSentIsAClientSecret() {
        ValidatedClient client = STRICT.register(Json.webClient(JWKS_URI));
        assertEquals(
                "client_secret_basic",
                client.metadata().text(TOKEN_ENDPOINT_AUTH_METHOD).orElseThrow());
        assertTrue(client.needsSecret());
    }

    @Test
    void theMethodCanBeInferredFromKeys() {
        Registrations inferring = Registrations.with("infer-key-method", "true");
        ClientMetadata withKeys = inferring.register(Json.webClient(JWKS_URI)).metadata();
        assertEquals(
                "private_key_jwt", withKeys.text(TOKEN_ENDPOINT_AUTH_METHOD).orElseThrow());
        ClientMetadata without = inferring.register(Json.webClient("")).metadata();
        assertEquals(
                "client_secret_basic", without.text(TOKEN_ENDPOINT_AUTH_METHOD).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "none,false",
        "client_secret_basic,true",
        "client_secret_post,true",
        "private_key_jwt,false",
        "self_signed_tls_client_auth,false"
    })
    void onlyMethodsWithASecretGetOne(String method, boolean secret) {
        ObjectNode client = Json.webClient(JWKS_URI).put("token_endpoint_auth_method", method);
        assertEquals(secret, STRICT.register(client).needsSecret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "native"})
    void bothApplicationTypesMayUseAnyKindOfMethod(String type) {
        for (String method : List.of(
                "none",
                "client_secret_basic",
                "client_secret_post",
                "private_key_jwt",
                "self_signed_tls_client_auth")) {
            ObjectNode client =
                    Json.webClient(JWKS_URI).put("application_type", type).put("token_endpoint_auth_method", method);
            assertEquals(List.of(), STRICT.violations(client), method);
        }
    }

    @Test
    void nativeClientsCanBeKeptFromSecrets() {
        Registrations publicNative = Registrations.with("native-must-be-public", "true");
        ObjectNode client = Json.webClient("'application_type':'native'");
        assertEquals(
                "token_endpoint_auth_method",
                publicNative.violations(client).get(0).member());
        assertEquals(List.of(), publicNative.violations(client.put("token_endpoint_auth_method", "none")));
        assertEquals(List.of(), publicNative.violations(Json.webClient("")));
    }

    @Test
    void nativeClientsGetNoTokensFromTheAuthorizationEndpoint() {
        String members = "'application_type':'native','grant_types':['implicit'],'response_types':['id_token']";
        Registrations implicit = Registrations.with("allow-implicit", "true");
        assertEquals(
                List.of("response_types"),
                implicit.violations(Json.webClient(members)).stream()
                        .map(Violation::member)
                        .toList());
        Registrations all = Registrations.with("allow-implicit", "true", "allow-native-front-channel", "true");
        assertEquals(List.of(), all.violations(Json.webClient(members)));
    }

    @Test
    void keysComeByValueOrByReferenceNotBoth() {
        List<Violation> violations = STRICT.violations(Json.webClient(JWKS_URI + ",'jwks':{'keys':[]}"));
        assertEquals(
                List.of("/jwks"), violations.stream().map(Violation::pointer).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"private_key_jwt", "self_signed_tls_client_auth"})
    void methodsWithKeysNeedKeys(String method) {
        ObjectNode client = Json.webClient("").put("token_endpoint_auth_method", method);
        assertEquals(
                "token_endpoint_auth_method", STRICT.violations(client).get(0).member());
        client.set("jwks", Json.value("{'keys':[]}"));
        assertEquals("jwks", STRICT.violations(client).get(0).member());
        client.set("jwks", Json.value("{'keys':[{'kty':'unheard-of'}]}"));
        assertEquals("jwks", STRICT.violations(client).get(0).member());
    }

    @Test
    void methodsThatLackSomethingSayWhat() {
        assertTrue(message("client_secret_jwt").contains("hash"));
        assertTrue(message("tls_client_auth").contains("needs one of: tls_client_auth_subject_dn"));
    }

    private static String message(String method) {
        return STRICT.violations(Json.webClient("").put("token_endpoint_auth_method", method))
                .get(0)
                .message();
    }
}
