package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberValueTest {

    private static final Registrations STRICT = Registrations.with();

    private static List<String> pointers(Registrations deployment, String member, String value) {
        return deployment.violations(Json.webClient("").put(member, value)).stream()
                .map(Violation::pointer)
                .toList();
    }

    private static void assertAccepted(String member, String value) {
        assertEquals(List.of(), pointers(STRICT, member, value));
        ClientMetadata kept =
                STRICT.register(Json.webClient("").put(member, value)).metadata();
        assertEquals(value, kept.toJson().get(member).textValue());
    }

    private static void assertRefused(String member, String value) {
        assertEquals(List.of("/" + member), pointers(STRICT, member, value), value);
    }

    @Test
    void aClientNameMayHave200CodePointsAndNoMore() {
        assertAccepted("client_name", "n".repeat(200));
        assertAccepted("client_name", "\uD83D\uDE00".repeat(200));
        assertRefused("client_name", "n".repeat(201));
        assertRefused("client_name", "\uD83D\uDE00".repeat(201));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D\u00e9mo", "De\u0301mo", "\u05d0\u05d1", "a  b", "O'Brien \"x\" \\ <b>"})
    void aClientNameIsKeptCodePointForCodePoint(String name) {
        assertAccepted("client_name", name);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 9, 0x0A, 0x1F, 0x7F, 0x80, 0x9F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
                0x2069
            })
    void controlsAndBidiOverridesAreRefusedInText(int codePoint) {
        assertRefused("client_name", "a" + Character.toString(codePoint) + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "x ", "\u00a0x", "x\u3000", "\u202Fx", " "})
    void aClientNameIsNotEmptyAndHasNoOuterSpace(String name) {
        assertRefused("client_name", name);
    }

    @ParameterizedTest
    @CsvSource({
        "Example Bank,false",
        "EXAMPLE   bank,false",
        "My Example-Bank App,false",
        "Ex\uFF41mple Bank,false",
        "Example Banking,true",
        "Bank Example,true",
        "Example,true",
        "AcmeCo,true",
        "ACME,false"
    })
    void protectedNamesAreRefusedAsWholeWords(String name, boolean accepted) {
        Registrations deployment = Registrations.with("protected-names", "Example Bank,acme");
        assertEquals(accepted, pointers(deployment, "client_name", name).isEmpty());
        assertAccepted("client_name", name);
    }

    @Test
    void softwareIdAndVersionAreVisibleAscii() {
        assertAccepted("software_id", "a ~" + "x".repeat(252));
        assertRefused("software_id", "x".repeat(256));
        assertRefused("software_id", "");
        assertRefused("software_id", "\u00e9");
        assertRefused("software_id", "a\tb");
        assertRefused("software_id", "\u007f");
        assertAccepted("software_version", "1".repeat(100));
        assertRefused("software_version", "1".repeat(101));
    }

    @Test
    void aSoftwareStatementIsRefusedWhateverItIs() {
        for (String value : List.of("'a.b.c'", "''", "5", "{}", "[]", "true")) {
            Violation violation = STRICT.violations(Json.webClient("'software_statement':" + value))
                    .get(0);
            assertEquals(ErrorCode.INVALID_SOFTWARE_STATEMENT, violation.code());
            assertEquals("software_statement", violation.member());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_uri", "logo_uri", "tos_uri", "policy_uri"})
    void pagesAreUnderHttpsAndADnsName(String member) {
        for (String sound : List.of(
                "https://www.example.com",
                "https://www.example.com:8443/a?b=c&d=%20*,",
                "HTTPS://WWW.example.com/..")) {
            assertAccepted(member, sound);
        }
        for (String unsound : List.of(
                "",
                "http://www.example.com/",
                "https://www.example.com/#",
                "https://a@www.example.com/",
                "https://192.0.2.1/",
                "https://[2001:db8::1]/",
                "https:///x",
                "https:www.example.com",
                "www.example.com",
                "/x",
                "javascript:alert(1)",
                "https://www.example.com/\u00e9",
                "https://b\u00fccher.example/",
                "https://www.example.com./",
                "https://my_app.example.com/",
                "https://www.example.com:0/",
                "https://*.example.com/",
                "com.example.app:/x")) {
            assertRefused(member, unsound);
        }
        String longest = "https://www.example.com/" + "a".repeat(2024);
        assertAccepted(member, longest);
        assertRefused(member, longest + "a");
        Registrations http = Registrations.with("allow-http-pages", "true");
        assertEquals(List.of(), pointers(http, member, "http://www.example.com/"));
        assertEquals(1, pointers(http, member, "http://127.0.0.1/").size());
        assertEquals(1, pointers(http, member, "ftp://www.example.com/").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ops@example.com", "a.b+c@xn--bcher-kva.example", "m\u00fcller@b\u00fccher.example",
                        "mailto:ops@example.com",
                "tel:+49-30-123456", "tel:110;ext=5", "https://www.example.com/contact", "o'brien@example.com",
                "r&d@example.com", "what?@example.com"
            })
    void contactsAreAddressesNumbersAndPages(String contact) {
        ObjectNode client = Json.webClient("");
        client.putArray("contacts").add(contact);
        assertEquals(
                contact,
                STRICT.register(client)
                        .metadata()
                        .toJson()
                        .get("contacts")
                        .get(0)
                        .textValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ops",
                "@example.com",
                "ops@",
                "a b@example.com",
                "<ops@example.com>",
                "Ops <ops@example.com>",
                "ops@example.com\r\nBcc: x@evil.example",
                "ops@example..com",
                "a@b@example.com",
                "ops@-example.com",
                "mailto:",
                "mailto:ops@example.com?bcc=x@evil.example",
                "mailto:?bcc=x@evil.example",
                "mailto:ops%0d%0abcc@example.com",
                "mailto:a?cc=x&to=y@evil.example",
                "tel:",
                "tel:abc",
                "tel:+",
                "http://www.example.com/",
                "javascript:alert(1)",
                "ops@example.com,x@evil.example",
                "ops@[127.0.0.1]"
            })
    void anythingElseIsNoContact(String contact) {
        ObjectNode client = Json.webClient("");
        client.putArray("contacts").add(contact);
        assertEquals("/contacts/0", STRICT.violations(client).get(0).pointer());
    }

    @Test
    void thereAreAtMost20ContactsOf254CharactersAndPerhapsNone() {
        assertEquals(List.of(), STRICT.violations(Json.webClient("'contacts':[]")));
        ObjectNode client = Json.webClient("");
        IntStream.range(0, 20).forEach(i -> client.withArray("contacts").add("ops" + i + "@example.com"));
        assertEquals(List.of(), STRICT.violations(client));
        client.withArray("contacts").add("ops@example.com");
        assertEquals("/contacts", STRICT.violations(client).get(0).pointer());
        String longest = "o".repeat(254 - 12) + "@example.com";
        assertEquals(List.of(), STRICT.violations(Json.webClient("'contacts':['" + longest + "']")));
        assertEquals(
                1,
                STRICT.violations(Json.webClient("'contacts':['o" + longest + "']"))
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "application_type,native",
        "application_type,web",
        "subject_type,public",
        "id_token_signed_response_alg,ES256",
        "id_token_signed_response_alg,Ed448"
    })
    void listedValuesAreAcceptedLetterByLetter(String member, String value) {
        assertAccepted(member, value);
        assertRefused(member, value + " ");
        assertRefused(member, "");
        String otherCase = value.equals(value.toUpperCase(Locale.ROOT))
                ? value.toLowerCase(Locale.ROOT)
                : value.toUpperCase(Locale.ROOT);
        assertRefused(member, otherCase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512", "none", "RSA-OAEP", "ES256K", "RS1"})
    void otherIdTokenAlgorithmsAreRefused(String algorithm) {
        assertRefused("id_token_signed_response_alg", algorithm);
    }

    @Test
    void unsignedIdTokensNeedTheSwitchAndTheTokenEndpoint() {
        Registrations unsigned = Registrations.with("allow-id-token-none", "true", "allow-implicit", "true");
        assertEquals(List.of(), pointers(unsigned, "id_token_signed_response_alg", "none"));
        ObjectNode front = Json.webClient(
                "'grant_types':['implicit'],'response_types':['id_token']," + "'id_token_signed_response_alg':'none'");
        assertEquals(
                "id_token_signed_response_alg",
                unsigned.violations(front).get(0).member());
        assertEquals(List.of(), unsigned.violations(front.put("id_token_signed_response_alg", "RS256")));
    }

    @Test
    void repeatedScopesCollapse() {
        ObjectNode client = Json.webClient("'scope':'openid api openid api.read'");
        assertEquals(
                "openid api api.read",
                STRICT.register(client).metadata().text(MetadataFields.SCOPE).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a  b", "a\tb", "a\"b", "a\\b", "\u00e9", "a,b", "a\u007f", "a\nb"})
    void scopesAreTokensWithSingleSpacesBetween(String scope) {
        assertRefused("scope", scope);
    }

    @Test
    void scopesHaveTheirBounds() {
        assertAccepted("scope", "!#$&'()*+-./0:;<=>?@A[]^_`a{|}~");
        assertAccepted("scope", "a".repeat(255));
        assertRefused("scope", "a".repeat(256));
        String hundred = IntStream.range(0, 100).mapToObj(i -> "s" + i).collect(Collectors.joining(" "));
        assertAccepted("scope", hundred);
        assertRefused("scope", hundred + " s100");
        String longest = IntStream.range(0, 15)
                .mapToObj(i -> (char) ('a' + i) + "x".repeat(254))
                .collect(Collectors.joining(" ", "", " " + "y".repeat(127) + " " + "z".repeat(128)));
        assertEquals(4096, longest.length());
        assertAccepted("scope", longest);
        assertRefused("scope", longest + "z");
        assertEquals(List.of(), pointers(Registrations.with("comma-separated-readers", "false"), "scope", "a,b"));
    }

    @Test
    void theScopesOfThisServiceAreNeverRegistrable() {
        assertRefused("scope", "openid " + Registrations.REGISTRATION_SCOPE);
        Registrations listed = Registrations.with("scopes", "openid," + Registrations.REGISTRATION_SCOPE);
        assertEquals(
                1, pointers(listed, "scope", Registrations.REGISTRATION_SCOPE).size());
        assertAccepted("scope", Registrations.REGISTRATION_SCOPE + "x");
    }

    @Test
    void onlyListedScopesAreRegistrable() {
        Registrations listed = Registrations.with("scopes", "openid,api");
        assertEquals(List.of(), pointers(listed, "scope", "api openid"));
        assertEquals(List.of("/scope"), pointers(listed, "scope", "api other"));
        assertEquals(List.of("/scope"), pointers(listed, "scope", "API"));
    }

    @Test
    void aClientThatNamesNoScopeGetsTheDefaultsItMayHave() {
        Registrations defaults =
                Registrations.with("default-scopes", "openid,api,admin", "confidential-only-scopes", "admin");
        assertEquals("openid api admin", scope(defaults, Json.webClient("")));
        assertEquals("openid api", scope(defaults, Json.webClient("'token_endpoint_auth_method':'none'")));
        assertEquals("api admin", scope(defaults, Json.machine("")));
        assertEquals("x", scope(defaults, Json.machine("'scope':'x'")));
        assertTrue(STRICT.register(Json.webClient(""))
                .metadata()
                .text(MetadataFields.SCOPE)
                .isEmpty());
    }

    private static String scope(Registrations deployment, ObjectNode client) {
        return deployment.register(client).metadata().text(MetadataFields.SCOPE).orElseThrow();
    }

    @Test
    void openidNeedsAGrantWithAUser() {
        assertEquals(
                "scope",
                STRICT.violations(Json.machine("'scope':'api openid'")).get(0).member());
        assertEquals(List.of(), STRICT.violations(Json.machine("'scope':'api openid2'")));
        for (String grant : List.of("device_code", "token-exchange")) {
            ObjectNode client =
                    Json.object("{'scope':'openid','grant_types':['urn:ietf:params:oauth:grant-type:" + grant + "']}");
            assertEquals(List.of(), STRICT.violations(client));
        }
    }

    @Test
    void someScopesAreForClientsWithCredentialsOnly() {
        Registrations deployment = Registrations.with("confidential-only-scopes", "admin");
        ObjectNode client = Json.webClient("'scope':'openid admin'");
        assertEquals(List.of(), deployment.violations(client));
        client.put("token_endpoint_auth_method", "none");
        assertEquals("scope", deployment.violations(client).get(0).member());
    }
}
