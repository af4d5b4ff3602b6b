package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference A.3. */
class OpenIdMemberTest {

    private static final Registrations STRICT = Registrations.with();

    private static final List<String> JWS_A = List.of(
            "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519",
            "Ed448");
    private static final List<String> JWE_A =
            List.of("RSA-OAEP", "RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW");
    private static final List<String> ENC =
            List.of("A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512", "A128GCM", "A192GCM", "A256GCM");

    private static final List<String> NO_SIGNATURE = List.of(
            "", "none", "HS256", "HS384", "HS512", "rs256", "RS1", "ES256K", "RSA-OAEP", "RS256 ", "RS256,ES256");
    private static final List<String> NO_KEY_ENCRYPTION = List.of(
            "",
            "RSA1_5",
            "PBES2-HS256+A128KW",
            "PBES2-HS512+A256KW",
            "none",
            "rsa-oaep",
            "RS256",
            "dir",
            "A128KW",
            "A192KW",
            "A256KW",
            "A128GCMKW",
            "A192GCMKW",
            "A256GCMKW");
    private static final List<String> NO_CONTENT_ENCRYPTION =
            List.of("", "none", "a128gcm", "A128CBC", "RSA-OAEP", "dir", "C20P");

    /** On top of a client with keys of both kinds. */
    private static void assertValues(
            String kind, String members, String member, List<String> sound, List<String> others) {
        sound.forEach(value -> STRICT.expect(Json.client(kind, members).put(member, value), "+"));
        others.forEach(value -> STRICT.expect(Json.client(kind, members).put(member, value), "/" + member));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "keys | | id_token_signed_response_alg",
                "keys | | userinfo_signed_response_alg",
                "keys | | authorization_signed_response_alg",
                "keys | | introspection_signed_response_alg",
                "jwt  | | token_endpoint_auth_signing_alg",
                "ciba | 'jwks':$KEYS | backchannel_authentication_request_signing_alg"
            })
    void signaturesAreAsymmetricAndNeverMissing(String kind, String members, String member) {
        assertValues(kind, members, member, JWS_A, NO_SIGNATURE);
    }

    @Test
    void requestObjectsAreSignedWithOneOfFourAlgorithms() {
        assertValues(
                "keys",
                "",
                "request_object_signing_alg",
                List.of("RS256", "PS256", "ES256", "EdDSA"),
                List.of("none", "HS256", "RS384", "PS512", "ES384", "ES512", "Ed25519", "Ed448", "", "es256"));
    }

    @ParameterizedTest
    @CsvSource({"id_token", "userinfo", "request_object", "authorization", "introspection"})
    void encryptionHasAKeyAlgorithmAndAContentAlgorithm(String what) {
        String middle = what.equals("request_object") ? "_encryption_" : "_encrypted_response_";
        String alg = what + middle + "alg";
        String enc = what + middle + "enc";
        assertValues("keys", "", alg, JWE_A, NO_KEY_ENCRYPTION);
        assertValues("keys", "'" + alg + "':'ECDH-ES'", enc, ENC, NO_CONTENT_ENCRYPTION);
        STRICT.expect(Json.client("keys", "").put(alg, "RSA-OAEP"), "+ '" + enc + "':'A128CBC-HS256'");
        STRICT.expect(Json.client("keys", ""), "+ '" + alg + "':null,'" + enc + "':null");
        STRICT.expect(Json.client("keys", "").put(enc, "A128GCM"), "/" + enc);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id_token_encrypted_response_alg      | ECDH-ES | /id_token_encrypted_response_alg",
                "userinfo_encrypted_response_alg      | ECDH-ES | /userinfo_encrypted_response_alg",
                "authorization_encrypted_response_alg | ECDH-ES | /authorization_encrypted_response_alg",
                "introspection_encrypted_response_alg | ECDH-ES | /introspection_encrypted_response_alg",
                "request_object_signing_alg           | ES256   | /request_object_signing_alg",
                // Encrypted to a key of the server.
                "request_object_encryption_alg        | ECDH-ES | +",
                "id_token_signed_response_alg         | ES256   | +",
                "userinfo_signed_response_alg         | ES256   | +",
                "authorization_signed_response_alg    | ES256   | +",
                "introspection_signed_response_alg    | ES256   | +"
            })
    void whatIsEncryptedToTheClientOrSignedByItNeedsAKey(String member, String algorithm, String withoutKeys) {
        STRICT.expect(Json.webClient("").put(member, algorithm), withoutKeys);
        STRICT.expect(Json.client("keys", "").put(member, algorithm), "+");
        STRICT.expect(
                Json.webClient("'jwks_uri':'https://keys.example.com/jwks'").put(member, algorithm), "+");
        ObjectNode withoutUse = Json.webClient("'jwks':{'keys':[]}").put(member, algorithm);
        STRICT.expect(withoutUse, withoutKeys.equals("+") ? "+" : "/jwks");
    }

    @Test
    void aKeyForTheOtherUseIsNoKey() {
        String signing = "'jwks':{'keys':[" + Keys.key("p256", "'use':'sig'") + "]}";
        String encrypting = "'jwks':{'keys':[" + Keys.key("p256", "'use':'enc'") + "]}";
        STRICT.expect(Json.webClient(signing + ",'request_object_signing_alg':'ES256'"), "+");
        STRICT.expect(Json.webClient(encrypting + ",'request_object_signing_alg':'ES256'"), "/jwks");
        STRICT.expect(Json.webClient(encrypting + ",'id_token_encrypted_response_alg':'ECDH-ES'"), "+");
        STRICT.expect(Json.webClient(signing + ",'id_token_encrypted_response_alg':'ECDH-ES'"), "/jwks");
    }

    // X25; columns: nothing switched on, allow-id-token-none, the same with an ID token from the authorization
    // endpoint.
    @ParameterizedTest
    @CsvSource({"id_token_signed_response_alg,false", "userinfo_signed_response_alg,true"})
    void unsignedAnswersNeedTheSwitchAndTheTokenEndpoint(String member, boolean inFrontToo) {
        Registrations unsigned = Registrations.with("allow-id-token-none", "true", "allow-implicit", "true");
        STRICT.expect(Json.webClient("").put(member, "none"), "/" + member);
        unsigned.expect(Json.webClient("").put(member, "none"), "+");
        unsigned.expect(Json.client("implicit", "").put(member, "none"), inFrontToo ? "+" : "/" + member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "web     | 'application_type':'web' | +",
                "web     | 'application_type':null | + 'application_type':'web'",
                "web     | 'application_type':'desktop' | /application_type",
                "web     | 'subject_type':'pairwise' | +",
                "web     | 'subject_type':'private' | /subject_type",
                "web     | 'sector_identifier_uri':'https://a.example/sector.json' | +",
                "web     | 'sector_identifier_uri':'http://a.example/sector.json' | /sector_identifier_uri",
                "web     | 'sector_identifier_uri':'https://10.0.0.1/' | /sector_identifier_uri",
                "web     | 'sector_identifier_uri':'https://localhost/' | /sector_identifier_uri",
                // X6
                "web     | 'token_endpoint_auth_signing_alg':'RS256' | /token_endpoint_auth_signing_alg",
                "public  | 'token_endpoint_auth_signing_alg':'RS256' | /token_endpoint_auth_signing_alg",
                "machine | 'token_endpoint_auth_signing_alg':'RS256' | /token_endpoint_auth_signing_alg",
                // 0 asks for a sign-in each time; absent asks for nothing.
                "web     | 'default_max_age':0 | +",
                "web     | | + 'default_max_age':null",
                "web     | 'default_max_age':2147483647 | +",
                "web     | 'default_max_age':2147483648 | /default_max_age",
                "web     | 'default_max_age':-1 | /default_max_age",
                "web     | 'default_max_age':'5' | /default_max_age",
                "web     | 'default_max_age':1.5 | /default_max_age",
                "machine | 'default_max_age':0 | /default_max_age",
                "device  | 'default_max_age':5 | /default_max_age",
                "web     | 'require_auth_time':true | +",
                "web     | | + 'require_auth_time':false",
                "web     | 'require_auth_time':'true' | /require_auth_time",
                "web     | 'require_auth_time':1 | /require_auth_time",
                "web     | 'default_acr_values':['urn:b','urn:a'] | +",
                "web     | 'default_acr_values':[] | +",
                "web     | 'default_acr_values':['a','a'] | /default_acr_values/1",
                "web     | 'default_acr_values':[''] | /default_acr_values/0",
                "web     | 'default_acr_values':[null] | /default_acr_values/0",
                "web     | 'default_acr_values':'a' | /default_acr_values",
                "web     | 'initiate_login_uri':'https://a.example/login' | +",
                "web     | 'initiate_login_uri':'http://a.example/login' | /initiate_login_uri",
                "web     | 'initiate_login_uri':'https://192.0.2.1/' | /initiate_login_uri",
                "machine | 'initiate_login_uri':'https://a.example/login' | /initiate_login_uri"
            })
    void membersOfOpenIdRegistration(String kind, String members, String outcome) {
        STRICT.expect(Json.client(kind, members), outcome);
    }

    @Test
    void aSignInIsNeverInitiatedOverHttp() {
        Registrations http = Registrations.with("allow-http-pages", "true", "allow-http-logout", "true");
        http.expect(Json.webClient("'client_uri':'http://a.example/'"), "+");
        http.expect(Json.webClient("'initiate_login_uri':'http://a.example/'"), "/initiate_login_uri");
    }

    @Test
    void authenticationContextClassesHaveTheirBounds() {
        ObjectNode client = Json.webClient("'default_acr_values':['" + "x".repeat(255) + "']");
        STRICT.expect(client, "+");
        IntStream.range(1, 20)
                .forEach(i -> client.withArray("default_acr_values").add("urn:" + i));
        STRICT.expect(client, "+");
        client.withArray("default_acr_values").add("one too many");
        STRICT.expect(client, "/default_acr_values");
        STRICT.expect(Json.webClient("'default_acr_values':['" + "x".repeat(256) + "']"), "/default_acr_values/0");
    }

    // Verdicts: without the switch, with it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a.example/request.jwt | + | +",
                "https://a.example/r?x=1 | + | +",
                "https://a.example/r#GkurKxf5T0Y-mnPFCHqWOMiZi4VS138cQO_V7PZHAdM | - | +",
                "https://a.example/r#GkurKxf5T0Y-mnPFCHqWOMiZi4VS138cQO_V7PZHAd | - | -",
                "https://a.example/r#GkurKxf5T0Y-mnPFCHqWOMiZi4VS138cQO_V7PZHAdMx | - | -",
                "https://a.example/r#GkurKxf5T0Y+mnPFCHqWOMiZi4VS138cQO/V7PZHAdM | - | -",
                "https://a.example/r#x#GkurKxf5T0Y-mnPFCHqWOMiZi4VS138cQO_V7PZHAdM | - | -",
                "https://a.example/r# | - | -",
                "https://a.example/r#x | - | -",
                "http://a.example/r | - | -",
                "https://u@a.example/r | - | -",
                "https://10.0.0.1/r | - | -",
                "https://a.example:8443/r | - | -",
                "https://intranet/r | - | -",
                "/r | - | -"
            })
    void aRequestObjectComesFromAnHttpsAddressAndItsHashBySwitch(String uri, String off, String on) {
        ObjectNode client = Json.webClient("");
        client.putArray("request_uris").add(uri);
        STRICT.expect(client, off.equals("+") ? "+" : "/request_uris/0");
        Registrations hashes = Registrations.with("allow-request-uri-fragment", "true");
        hashes.expect(client, on.equals("+") ? "+" : "/request_uris/0");
    }

    @Test
    void thereAreAtMost20RequestUris() {
        ObjectNode client = Json.webClient("'request_uris':[]");
        STRICT.expect(client, "+");
        IntStream.range(0, 20).forEach(i -> client.withArray("request_uris").add("https://a.example/" + i));
        STRICT.expect(client, "+");
        client.withArray("request_uris").add("https://a.example/x");
        STRICT.expect(client, "/request_uris");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"web", "device", "ciba"})
    void membersAboutSignInAreReturnedToClientsWithAUser(String kind) {
        assertEquals(
                "RS256",
                STRICT.kept(Json.client(kind, ""))
                        .path("id_token_signed_response_alg")
                        .asText());
        assertEquals(
                "public",
                STRICT.kept(Json.client(kind, "")).path("subject_type").asText());
        STRICT.expect(Json.client(kind, "'require_auth_time':true"), "+");
    }

    @ParameterizedTest
    @CsvSource({"machine", "exchange"})
    void membersAboutSignInAreLeftOutForOthers(String kind) {
        STRICT.expect(
                Json.client(
                        kind,
                        "'jwks':$KEYS,'require_auth_time':true,'subject_type':'public',"
                                + "'default_acr_values':['x'],'request_uris':['https://a.example/'],"
                                + "'id_token_signed_response_alg':'ES256','userinfo_signed_response_alg':'ES256',"
                                + "'id_token_encrypted_response_alg':'ECDH-ES','request_object_signing_alg':'ES256'"),
                "+ 'require_auth_time':null,'subject_type':null,'default_acr_values':null,'request_uris':null,"
                        + "'id_token_signed_response_alg':null,'userinfo_signed_response_alg':null,"
                        + "'id_token_encrypted_response_alg':null,'request_object_signing_alg':null");
    }
}
