package io.registrar.metadata;

import static io.registrar.metadata.MetadataFields.GRANT_TYPES;
import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantAndResponseTypeTest {

    private static final Registrations STRICT = Registrations.with();

    private static final List<String> GRANT_COLUMNS =
            List.of("'authorization_code'", "'implicit'", "'authorization_code','implicit'", "'client_credentials'");

    // Reference B.1; grants and responses as sent, effective grants, effective responses or the member at fault.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | authorization_code | code",
                "- | 'code' | authorization_code | code",
                "- | 'id_token' | - | response_types",
                "'authorization_code','refresh_token' | - | authorization_code,refresh_token | code",
                "'client_credentials' | - | client_credentials | ''",
                "'client_credentials' | '' | client_credentials | ''",
                "'implicit' | - | - | response_types",
                "'implicit','authorization_code' | - | - | response_types",
                "'refresh_token','authorization_code' | 'code' | refresh_token,authorization_code | code",
                "'' | - | - | grant_types",
                "'' | 'code' | - | grant_types"
            },
            quoteCharacter = '`')
    void effectiveValuesFollowFromWhatIsSent(String grants, String responses, String effective, String result) {
        ObjectNode client = client(grants, responses);
        if (effective == null) {
            assertEquals(
                    List.of(result),
                    STRICT.violations(client).stream()
                            .map(Violation::member)
                            .distinct()
                            .toList());
            return;
        }
        if (grants != null && grants.contains("client_credentials")) {
            client.remove("redirect_uris");
        }
        ClientMetadata metadata = STRICT.register(client).metadata();
        assertEquals(List.of(effective.split(",")), metadata.texts(GRANT_TYPES));
        List<String> expected = result.equals("''") ? List.of() : List.of(result.split(","));
        assertEquals(expected, metadata.texts(RESPONSE_TYPES));
        assertTrue(metadata.has(RESPONSE_TYPES));
    }

    private static ObjectNode client(String grants, String responses) {
        ObjectNode client = Json.webClient("");
        if (grants != null) {
            client.set("grant_types", Json.value("[" + grants.replace("''", "") + "]"));
        }
        if (responses != null) {
            client.set("response_types", Json.value("[" + responses.replace("''", "") + "]"));
        }
        return client;
    }

    // Reference B.2; columns: code only, implicit only, both, neither. Verdicts: + accept, - refuse, 1, 3 and 13 by
    // switch.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'code' | + | - | - | -",
                "'token' | - | 1 | - | -",
                "'id_token' | - | 1 | - | -",
                "'id_token token' | - | 1 | - | -",
                "'code id_token' | - | - | 3 | -",
                "'code token' | - | - | 13 | -",
                "'code id_token token' | - | - | 13 | -",
                "'none' | - | - | - | -",
                "'' | - | - | - | +",
                "'code','id_token' | - | - | 1 | -",
                "'code','code id_token' | - | - | 3 | -"
            })
    void grantsAndResponseTypesAgree(String responses, String code, String implicit, String both, String neither) {
        List<String> verdicts = List.of(code, implicit, both, neither);
        for (String switches : List.of("", "1", "3", "13")) {
            Registrations deployment = Registrations.with(
                    "allow-implicit", String.valueOf(switches.contains("1")),
                    "allow-hybrid", String.valueOf(switches.contains("3")),
                    "refuse-unused-redirect-uris", "false");
            for (int column = 0; column < verdicts.size(); column++) {
                String verdict = verdicts.get(column);
                boolean accepted =
                        verdict.equals("+") || Arrays.stream(verdict.split("")).allMatch(switches::contains);
                List<Violation> violations = deployment.violations(client(GRANT_COLUMNS.get(column), responses));
                String row = GRANT_COLUMNS.get(column) + " with switches " + switches;
                assertEquals(accepted, violations.isEmpty(), row);
                violations.forEach(violation -> {
                    assertEquals("response_types", violation.member(), row);
                    assertEquals(ErrorCode.INVALID_CLIENT_METADATA, violation.code(), row);
                });
            }
        }
    }

    @Test
    void aResponseTypeThatPolicyRefusesSaysSo() {
        Violation violation = STRICT.violations(
                        Json.webClient("'grant_types':['implicit'],'response_types':['id_token token']"))
                .get(0);
        assertEquals("/response_types/0", violation.pointer());
        assertTrue(violation.message().contains("response type not allowed here"));
    }

    @Test
    void theOrderOfWordsInAResponseTypeDoesNotMatter() {
        Registrations hybrid = Registrations.with("allow-implicit", "true", "allow-hybrid", "true");
        ObjectNode client = Json.webClient(
                "'grant_types':['authorization_code','implicit'],'response_types':['token id_token code','token id_token']");
        assertEquals(
                List.of("code id_token token", "id_token token"),
                hybrid.register(client).metadata().texts(RESPONSE_TYPES));
        client.set("response_types", Json.value("['code','id_token token','token id_token']"));
        assertEquals("/response_types/2", hybrid.violations(client).get(0).pointer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"code code", "code  token", " code", "code ", "CODE", "", "code id_token id_token", "device"})
    void otherWordsAndSpacesAreNoResponseType(String type) {
        ObjectNode client = Json.webClient("");
        client.putArray("response_types").add(type);
        assertEquals("/response_types/0", STRICT.violations(client).get(0).pointer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "urn:ietf:params:oauth:grant-type:uma-ticket",
                "urn:ietf:params:oauth:grant-type:pre-authorized_code",
                "urn:example:other",
                "Authorization_Code",
                "",
                "device_code"
            })
    void anyOtherGrantTypeIsUnsupported(String grant) {
        ObjectNode client = Json.webClient("");
        client.putArray("grant_types").add("authorization_code").add(grant);
        List<Violation> violations = STRICT.violations(client);
        assertEquals(
                List.of("/grant_types/1"),
                violations.stream().map(Violation::pointer).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authorization_code|true",
                "urn:ietf:params:oauth:grant-type:device_code|true",
                "urn:ietf:params:oauth:grant-type:token-exchange|true",
                "client_credentials|false",
                "urn:ietf:params:oauth:grant-type:jwt-bearer|false",
                "urn:ietf:params:oauth:grant-type:saml2-bearer|false"
            })
    void refreshTokensNeedAGrantThatYieldsThem(String grant, boolean accepted) {
        ObjectNode client = Json.object("{}");
        client.putArray("grant_types").add(grant).add("refresh_token");
        if (grant.equals("authorization_code")) {
            client.putArray("redirect_uris").add("https://app.example.com/cb");
        }
        assertEquals(accepted, STRICT.violations(client).isEmpty());
    }

    @Test
    void refreshTokensAloneAreRefused() {
        assertEquals(
                "grant_types",
                STRICT.violations(Json.object("{'grant_types':['refresh_token']}"))
                        .get(0)
                        .member());
    }

    @Test
    void theCibaGrantNeedsADeliveryMode() {
        Violation violation = STRICT.violations(Json.object("{'grant_types':['urn:openid:params:grant-type:ciba']}"))
                .get(0);
        assertEquals("backchannel_token_delivery_mode", violation.member());
    }

    @Test
    void userAndMachineGrantsCanBeSeparated() {
        ObjectNode client = Json.webClient("'grant_types':['authorization_code','client_credentials']");
        assertEquals(List.of(), STRICT.violations(client));
        Registrations separate = Registrations.with("separate-user-and-machine-grants", "true");
        assertEquals("grant_types", separate.violations(client).get(0).member());
    }

    @Test
    void grantTypesCanBeRequired() {
        Registrations demanding = Registrations.with("require-grant-types", "true");
        assertEquals(
                List.of("grant_types"),
                demanding.violations(Json.webClient("")).stream()
                        .map(Violation::member)
                        .toList());
        assertEquals(List.of(), demanding.violations(Json.webClient("'grant_types':['authorization_code']")));
    }

    @Test
    void aRepeatedGrantTypeIsRefused() {
        ObjectNode client = Json.webClient("'grant_types':['authorization_code','authorization_code']");
        assertEquals("/grant_types/1", STRICT.violations(client).get(0).pointer());
    }

    @Test
    void capabilitiesNarrowWhatIsAccepted() {
        Registrations narrow = Registrations.with(
                "grant-types", "client_credentials",
                "response-types", "id_token",
                "token-endpoint-auth-methods", "private_key_jwt",
                "subject-types", "pairwise",
                "id-token-signing-alg-values", "ES256");
        assertEquals(
                List.of("/grant_types/0", "/response_types/0", "/token_endpoint_auth_method"),
                narrow
                        .violations(Json.webClient("'grant_types':['authorization_code'],'response_types':['code']"))
                        .stream()
                        .map(Violation::pointer)
                        .toList());
        assertEquals(
                List.of("/subject_type", "/id_token_signed_response_alg"),
                Registrations.with("subject-types", "pairwise", "id-token-signing-alg-values", "ES256")
                        .violations(Json.webClient("'subject_type':'public','id_token_signed_response_alg':'RS256'"))
                        .stream()
                        .map(Violation::pointer)
                        .toList());
    }
}
