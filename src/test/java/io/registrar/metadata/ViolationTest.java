package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationTest {

    private static final Registrations STRICT = Registrations.with();

    /** Knows the members of features that are off by default, too. */
    private static final Registrations EVERYTHING = Registrations.with(
            "accept-federation-metadata", "true", "grant-types", "authorization_code," + GrantType.UMA_TICKET);

    private static List<String> pointers(ObjectNode client) {
        return STRICT.violations(client).stream().map(Violation::pointer).toList();
    }

    @Test
    void violationsComeInTheOrderOfTheReference() {
        ObjectNode client =
                Json.object("{'require_auth_time':1,'subject_type':'x','software_version':'','contacts':['x'],"
                        + "'scope':'a,b','client_uri':'x','jwks':{},'token_endpoint_auth_method':'x',"
                        + "'redirect_uris':['https://a.example/#','x'],'response_types':['x'],'grant_types':['x'],'client_name':5,"
                        + "'software_statement':'x'}");
        assertEquals(
                List.of(
                        "/software_statement",
                        "/client_name",
                        "/require_auth_time",
                        "/grant_types/0",
                        "/response_types/0",
                        "/redirect_uris/0",
                        "/redirect_uris/1",
                        "/token_endpoint_auth_method",
                        "/jwks",
                        "/client_uri",
                        "/scope",
                        "/contacts/0",
                        "/software_version",
                        "/subject_type"),
                pointers(client));
    }

    // Each row: what is broken first according to section 0, then something later.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'software_statement':'x','client_name':5 | invalid_software_statement | software_statement",
                "'redirect_uris':'x','grant_types':['x'] | invalid_redirect_uri | redirect_uris",
                "'require_auth_time':0,'grant_types':['x'] | invalid_client_metadata | require_auth_time",
                "'redirect_uris':['x'],'grant_types':['password'] | invalid_client_metadata | grant_types",
                "'redirect_uris':['x'],'token_endpoint_auth_method':'x' | invalid_redirect_uri | redirect_uris",
                "'redirect_uris':['http://a.example/'],'application_type':'desktop' | invalid_redirect_uri | redirect_uris",
                "'redirect_uris':['http://x.localhost/'],'application_type':'desktop' | invalid_redirect_uri | redirect_uris",
                "'redirect_uris':[],'client_name':'' | invalid_redirect_uri | redirect_uris",
                "'token_endpoint_auth_method':'private_key_jwt','client_name':'' | invalid_client_metadata | token_endpoint_auth_method",
                "'client_name':'','scope':'' | invalid_client_metadata | client_name"
            })
    void theFirstViolationDecides(String members, String code, String member) {
        ObjectNode client = Json.webClient(members);
        Violation first = STRICT.violations(client).get(0);
        assertEquals(code, first.code().wire());
        assertEquals(member, first.member());
    }

    @Test
    void wrongTypesComeFirstInAnArrayThatIsTooLongToo() {
        ObjectNode client = Json.webClient("'grant_types':[]");
        ArrayNode uris = client.putArray("redirect_uris");
        IntStream.range(0, 50).forEach(i -> uris.add("http://a.example/" + i));
        uris.add(5).add(6);
        assertEquals(List.of("/redirect_uris/50", "/grant_types", "/redirect_uris"), pointers(client));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Neither the missing response type, nor unused redirect URIs, nor a scope without a user follow.
                "'grant_types':['x'],'scope':'openid' | /grant_types/0",
                "'grant_types':'implicit','scope':'openid','token_endpoint_auth_method':'none' | /grant_types",
                "'grant_types':[] | /grant_types",
                "'response_types':['x'] | /response_types/0",
                "'response_types':5 | /response_types",
                "'application_type':'desktop','redirect_uris':['com.example.app:/cb'] | /application_type",
                "'application_type':5,'redirect_uris':['http://localhost/'] | /application_type",
                "'token_endpoint_auth_method':'x','grant_types':['client_credentials','authorization_code'] | /token_endpoint_auth_method",
                "'token_endpoint_auth_method':'private_key_jwt','jwks':{} | /jwks",
                "'token_endpoint_auth_method':'private_key_jwt','jwks':5 | /jwks",
                "'token_endpoint_auth_method':'private_key_jwt','jwks_uri':'x' | /jwks_uri",
                "'token_endpoint_auth_method':'private_key_jwt','jwks':{'keys':[]},'jwks_uri':'https://a.example/' | /jwks",
                "'subject_type':'pairwise','redirect_uris':['https://a.example/','https://b.example/#'] | /redirect_uris/1",
                "'redirect_uris':5 | /redirect_uris",
                "'redirect_uris':[5,'com.example.app:/cb'] | /redirect_uris/0",
                "'scope':5 | /scope"
            })
    void oneMistakeIsOneViolation(String members, String pointer) {
        assertEquals(List.of(pointer), pointers(Json.webClient(members)));
    }

    private static final String HOSTILE_TEXT = "\"zzINPUTzz\"\\ \u00e9\u0007";

    /** For each member, requests that are wrong in it and carry the client's text wherever one can be. */
    static Stream<ObjectNode> hostileRequests() {
        return MetadataFields.all().stream().flatMap(field -> {
            List<String> texts = List.of(
                    HOSTILE_TEXT,
                    "zzINPUTzz",
                    "https://zzINPUTzz.example/#zzINPUTzz",
                    "x".repeat(60_000) + "zzINPUTzz");
            return texts.stream().flatMap(text -> {
                JsonNode value = JsonNodeFactory.instance.textNode(text);
                Stream<JsonNode> shapes = Stream.of(
                        value,
                        JsonNodeFactory.instance.arrayNode().add(value),
                        JsonNodeFactory.instance.objectNode().set(text.substring(0, Math.min(9, text.length())), value),
                        Json.object("{'keys':[{'kty':'RSA'}]}").set("zzINPUTzz", value));
                return shapes.map(shape -> (ObjectNode) Json.webClient("").set(field.name(), shape));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("hostileRequests")
    void messagesArePrintableAsciiAndNeverRepeatTheRequest(ObjectNode client) {
        assertMessagesAreClean(STRICT.violations(client));
        ObjectNode variant = Json.webClient("").put("client_name#zzINPUTzz_", "");
        assertMessagesAreClean(STRICT.violations(variant));
        assertFalse(STRICT.violations(variant).isEmpty());
    }

    private static void assertMessagesAreClean(List<Violation> violations) {
        for (Violation violation : violations) {
            String message = violation.message();
            assertTrue(message.chars().allMatch(c -> c >= 0x20 && c <= 0x7E && c != '"' && c != '\\'), message);
            assertTrue(message.length() <= 512, message);
            assertTrue(message.startsWith(violation.member()), message);
            assertFalse(message.contains("INPUT"), message);
            assertFalse(violation.pointer().contains("INPUT"), violation.pointer());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"zzINPUTzz\":1,\"zzINPUTzz\":2}",
                "{\"a\":zzINPUTzz}",
                "\"zzINPUTzz\"",
                "{\"zzINPUTzz\":\"\\ud800\"}"
            })
    void messagesAboutTheBodyDoNotRepeatIt(String body) {
        List<Violation> violations = STRICT.violations(body);
        assertEquals(1, violations.size());
        assertMessagesAreClean(violations);
    }

    @Test
    void aMessageIsCutAndCleanedWhateverIsConfigured() {
        Registrations odd = Registrations.with("grant-types", "\"\u00e9\\" + "x".repeat(600));
        List<Violation> violations = odd.violations(Json.webClient(""));
        assertMessagesAreClean(violations);
        assertEquals(512, violations.get(0).message().length());
    }

    /** Members that hold URIs, found in the declaration so that none is forgotten. */
    static Stream<MetadataField> uriMembers() {
        return MetadataFields.all().stream().filter(field -> {
            Map<String, Object> schema = field.jsonSchema();
            Object items = schema.getOrDefault("items", schema);
            return items instanceof Map<?, ?> map && "uri".equals(map.get("format"));
        });
    }

    @Test
    void theDeclarationKnowsTheMembersThatHoldUris() {
        assertTrue(MetadataFields.all().stream()
                .filter(field -> field.name().matches(".*_(uri|uris|endpoint|origins)"))
                .allMatch(field -> uriMembers().anyMatch(field::equals)));
        assertEquals(19, uriMembers().count());
    }

    @ParameterizedTest
    @MethodSource("uriMembers")
    void hostileUrisAreRefusedInEveryMember(MetadataField field) {
        for (String uri : List.of(
                "",
                " ",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "vbscript:x",
                "//a.example/",
                "/x",
                "x",
                "https:a.example/",
                "https:///x",
                "https://",
                "https://a.example/#",
                "https://u@a.example/",
                "https://a.example@evil.example/",
                "https://a.example\\@evil.example/",
                "https://a.example/\u0000",
                "https://a.example/\n",
                "https://a.example/\u202E",
                "https://\u0430.example/",
                "https://a.example/%00",
                "https://a.example/%0d%0aX:1",
                "https://a.example/%zz",
                "https://a.example:/",
                "https://a.example:0/",
                "https://a.example:65536/",
                "https://a.example./",
                "https://a..example/",
                "https://*.example/",
                "https://a_b.example/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://[::ffff:127.0.0.1]/",
                "https://0.0.0.0/",
                "https://[::]/",
                "http://a.example/",
                "ftp://a.example/",
                "https://a.example/<script>",
                "https://a.example/" + "a".repeat(2040))) {
            if (uri.startsWith("http:") && field.name().equals("tls_client_auth_san_uri")) {
                // It names the client and leads nowhere.
                continue;
            }
            ObjectNode client = Json.webClient("");
            if (field.jsonSchema().containsKey("items")) {
                client.putArray(field.name()).add(uri);
            } else {
                client.put(field.name(), uri);
            }
            List<Violation> violations = EVERYTHING.violations(client);
            assertEquals(
                    List.of(field.name()),
                    violations.stream().map(Violation::member).toList(),
                    uri);
            assertEquals(field.error(), violations.get(0).code());
        }
    }
}
