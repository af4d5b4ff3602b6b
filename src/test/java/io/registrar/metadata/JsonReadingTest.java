package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {

    private static final Registrations STRICT = Registrations.with();
    private static final String REDIRECT = "\"redirect_uris\":[\"https://app.example.com/cb\"]";

    private static void assertBodyIsRefused(byte[] body) {
        List<Violation> violations = STRICT.violations(body);
        assertEquals(1, violations.size());
        assertEquals("", violations.get(0).member());
        assertEquals("", violations.get(0).pointer());
        assertEquals(ErrorCode.INVALID_CLIENT_METADATA, violations.get(0).code());
    }

    private static void assertBodyIsRefused(String body) {
        assertBodyIsRefused(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Violation> violations(String members) {
        return STRICT.violations("{" + REDIRECT + "," + members + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t \r\n",
                "[]",
                "\"x\"",
                "1",
                "true",
                "null",
                "{",
                "}",
                "{} {}",
                "{}x",
                "{},",
                "{}\u0000",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{/**/}",
                "{} // x",
                "{'a':1}",
                "{a:1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":0x1}",
                "{\"a\":1x}",
                "{\"a\":tru}",
                "{\"a\" 1}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"b}",
                "{\"a\":[}",
                "{\"a\":{]}"
            })
    void whatIsNotOneJsonObjectIsRefused(String body) {
        assertBodyIsRefused(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "ISO-8859-1"})
    void otherEncodingsAreRefused(String charset) {
        assertBodyIsRefused(("{" + REDIRECT + ",\"client_name\":\"\u00e9\"}").getBytes(Charset.forName(charset)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C0AF", "C1BF", "E080AF", "EDA080", "EDBFBF", "F4908080", "F8888080", "C3", "E282", "80", "FF"})
    void brokenUtf8IsRefused(String hex) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("{" + REDIRECT + ",\"shoe_size\":\"").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(HexFormat.of().parseHex(hex));
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        assertBodyIsRefused(body.toByteArray());
    }

    @Test
    void aByteOrderMarkIsRefused() {
        assertBodyIsRefused("\uFEFF{" + REDIRECT + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"x\":{\"a\":1,\"a\":2}}",
                "{\"jwks\":{\"keys\":[{\"kty\":\"RSA\",\"kty\":\"EC\"}]}}",
                "{\"x\":[{\"b\":{\"a\":1,\"a\":2}}]}"
            })
    void repeatedNamesAreRefusedAtAnyDepth(String body) {
        assertBodyIsRefused(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client_name\":\"\\ud800\"}",
                "{\"client_name\":\"\\udc00\\ud800\"}",
                "{\"x\":\"a\\ud800b\"}",
                "{\"\\udfff\":1}",
                "{\"jwks\":{\"keys\":[],\"\\ud800\":1}}"
            })
    void unpairedSurrogatesAreRefusedInNamesAndValues(String body) {
        assertBodyIsRefused(body);
    }

    @Test
    void escapedPairsAreCharactersLikeOthers() {
        assertEquals(List.of(), violations("\"client_name\":\"\\ud83d\\ude00\""));
    }

    @Test
    void sixteenLevelsAreReadAndNoMore() {
        assertEquals(List.of(), violations("\"x\":" + "[".repeat(15) + "]".repeat(15)));
        assertBodyIsRefused("{\"x\":" + "[".repeat(16) + "]".repeat(16) + "}");
        assertBodyIsRefused("{\"x\":" + "[".repeat(100_000));
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"m" + i + "\":0").collect(Collectors.joining(","));
    }

    @Test
    void anObjectMayHave500MembersAndNoMore() {
        assertEquals(List.of(), violations(members(499)));
        assertBodyIsRefused("{" + REDIRECT + "," + members(500) + "}");
        assertEquals(List.of(), violations("\"x\":{" + members(500) + "}"));
        assertBodyIsRefused("{\"x\":{" + members(501) + "}}");
    }

    @Test
    void anArrayMayHave1000ElementsAndNoMore() {
        assertEquals(List.of(), violations("\"x\":[" + "0,".repeat(999) + "0]"));
        assertBodyIsRefused("{\"x\":[" + "0,".repeat(1000) + "0]}");
    }

    @Test
    void aNameMayHave256CharactersAndNoMore() {
        assertEquals(List.of(), violations("\"" + "n".repeat(256) + "\":0"));
        assertBodyIsRefused("{\"" + "n".repeat(257) + "\":0}");
    }

    @Test
    void aStringMayHave65536CharactersAndNoMore() {
        assertEquals(List.of(), violations("\"x\":\"" + "s".repeat(65536) + "\""));
        assertBodyIsRefused("{\"x\":\"" + "s".repeat(65537) + "\"}");
    }

    @Test
    void aNumberMayHave32CharactersAndNoMore() {
        assertEquals(List.of(), violations("\"x\":" + "1".repeat(32)));
        assertBodyIsRefused("{\"x\":" + "1".repeat(33) + "}");
        assertBodyIsRefused("{\"x\":-0." + "1".repeat(30) + "}");
        assertEquals(List.of(), violations("\"x\":1e400,\"y\":1e99999999999"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"grant_types\":\"x\"|grant_types|/grant_types",
                "\"grant_types\":{}|grant_types|/grant_types",
                "\"grant_types\":[null]|grant_types|/grant_types/0",
                "\"response_types\":[\"code\",1]|response_types|/response_types/1",
                "\"require_auth_time\":1|require_auth_time|/require_auth_time",
                "\"require_auth_time\":\"true\"|require_auth_time|/require_auth_time",
                "\"require_auth_time\":0|require_auth_time|/require_auth_time",
                "\"client_name\":5|client_name|/client_name",
                "\"client_name#fr\":5|client_name|/client_name#fr",
                "\"client_uri\":[]|client_uri|/client_uri",
                "\"scope\":[\"openid\"]|scope|/scope",
                "\"contacts\":\"a@example.com\"|contacts|/contacts",
                "\"contacts\":[{}]|contacts|/contacts/0",
                "\"jwks\":[]|jwks|/jwks",
                "\"jwks\":\"{}\"|jwks|/jwks",
                "\"jwks_uri\":false|jwks_uri|/jwks_uri",
                "\"software_id\":1|software_id|/software_id",
                "\"software_version\":1.0|software_version|/software_version",
                "\"application_type\":true|application_type|/application_type",
                "\"subject_type\":[]|subject_type|/subject_type",
                "\"token_endpoint_auth_method\":false|token_endpoint_auth_method|/token_endpoint_auth_method",
                "\"id_token_signed_response_alg\":256|id_token_signed_response_alg|/id_token_signed_response_alg"
            },
            quoteCharacter = '`')
    void aMemberOfTheWrongTypeIsRefusedAlone(String member, String name, String pointer) {
        List<Violation> violations = violations(member);
        assertEquals(1, violations.size(), violations.toString());
        assertEquals(name, violations.get(0).member());
        assertEquals(pointer, violations.get(0).pointer());
        assertEquals(ErrorCode.INVALID_CLIENT_METADATA, violations.get(0).code());
    }

    @Test
    void nullMeansAbsent() {
        String nulls = MetadataFields.all().stream()
                .filter(field -> !field.name().equals("redirect_uris"))
                .map(field -> "\"" + field.name() + "\":null")
                .collect(Collectors.joining(","));
        ClientMetadata metadata = STRICT.register("{" + REDIRECT + "," + nulls + ",\"client_name#fr\":null}")
                .metadata();
        assertEquals(STRICT.register("{" + REDIRECT + "}").metadata(), metadata);
    }

    @Test
    void unknownMembersAreIgnoredWhateverTheyHold() {
        ClientMetadata metadata = STRICT.register("{" + REDIRECT
                        + ",\"shoe_size\":43,\"__proto__\":{},\"constructor\":1,\"class\":\"x\",\"@type\":\"y\","
                        + "\"$ref\":\"#\",\"Redirect_uris\":5,\"GRANT_TYPES\":[],\"x\":{\"y\":[1.5,-0,1e9,null]},"
                        + "\"scope#fr\":1,\"shoe_size#fr\":2,\"#fr\":3,\"\":4,\"require_pkce\":false,\"x\\u0000\":5}")
                .metadata();
        assertEquals(STRICT.register("{" + REDIRECT + "}").metadata(), metadata);
    }

    @Test
    void membersOfTheServerAreIgnoredOrRefusedByPolicy() {
        for (MetadataField field : MetadataFields.issued()) {
            String member = "\"" + field.name() + "\":{}";
            assertEquals(List.of(), violations(member));
            assertFalse(STRICT.register("{" + REDIRECT + "," + member + "}")
                    .metadata()
                    .has(field));
            Registrations rejecting = Registrations.with("reject-server-members", "true");
            List<Violation> violations = rejecting.violations("{" + REDIRECT + "," + member + "}");
            assertEquals(
                    List.of("/" + field.name()),
                    violations.stream().map(Violation::pointer).toList());
            assertEquals(ErrorCode.INVALID_CLIENT_METADATA, violations.get(0).code());
            assertEquals(List.of(), rejecting.violations("{" + REDIRECT + ",\"" + field.name() + "\":null}"));
        }
        assertEquals(7, MetadataFields.issued().size());
    }
}
