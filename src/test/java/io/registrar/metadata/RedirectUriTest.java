package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {

    private static final Registrations STRICT = Registrations.with();
    private static final Registrations LOCALHOST = Registrations.with("allow-localhost-for-web", "true");
    private static final Registrations FRONT_CHANNEL =
            Registrations.with("allow-localhost-for-web", "true", "allow-implicit", "true");

    record Row(String number, List<String> verdicts, String uri) {}

    static Stream<Row> rows() {
        try (var data = RedirectUriTest.class.getResourceAsStream("/metadata/redirect-uris.txt")) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 6))
                    .map(cells -> new Row(cells[0], List.of(cells).subList(1, 5), cells[5]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTableIsWhole() {
        assertEquals(70, rows().count());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void verdictsAreThoseOfTheTable(Row row) {
        List<String> verdicts = List.of(
                verdict(STRICT, row.uri, "'application_type':'web'"),
                verdict(LOCALHOST, row.uri, "'application_type':'web'"),
                verdict(FRONT_CHANNEL, row.uri, "'grant_types':['implicit'],'response_types':['token']"),
                verdict(STRICT, row.uri, "'application_type':'native','token_endpoint_auth_method':'none'"));
        assertEquals(row.verdicts, verdicts);
    }

    private static String verdict(Registrations deployment, String uri, String members) {
        ObjectNode client = Json.object("{" + members + "}");
        client.putArray("redirect_uris").add(uri);
        List<Violation> violations = deployment.violations(client);
        violations.forEach(violation -> {
            assertEquals(ErrorCode.INVALID_REDIRECT_URI, violation.code());
            assertEquals("/redirect_uris/0", violation.pointer());
        });
        return violations.isEmpty() ? "accept" : "refuse";
    }

    private static List<Violation> violations(Registrations deployment, String type, String... uris) {
        ObjectNode client = Json.object("{}").put("application_type", type);
        Stream.of(uris).forEach(client.putArray("redirect_uris")::add);
        return deployment.violations(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript",
                "data",
                "file",
                "vbscript",
                "about",
                "blob",
                "filesystem",
                "view-source",
                "jar",
                "ws",
                "wss",
                "ftp",
                "ftps",
                "sftp",
                "mailto",
                "tel",
                "sms",
                "intent",
                "chrome",
                "resource",
                "livescript",
                "mocha",
                "mhtml",
                "urn",
                "ldap",
                "gopher",
                "dict",
                "DATA"
            })
    void aForbiddenSchemeStaysForbiddenWhereDotlessSchemesAreAllowed(String scheme) {
        Registrations dotless = Registrations.with("allow-dotless-schemes", "true");
        assertEquals(List.of(), violations(dotless, "native", "myapp://cb"));
        assertEquals(1, violations(dotless, "native", scheme + "://x/y").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code",
                "state",
                "iss",
                "error",
                "error_description",
                "error_uri",
                "id_token",
                "access_token",
                "token_type",
                "expires_in",
                "response",
                "session_state",
                "c%6Fde"
            })
    void theQueryMayNotHoldAResponseParameter(String name) {
        assertEquals(
                1,
                violations(STRICT, "web", "https://app.example.com/cb?a=b&" + name + "=1")
                        .size());
        assertEquals(
                1,
                violations(STRICT, "web", "https://app.example.com/cb?" + name).size());
        assertEquals(List.of(), violations(STRICT, "web", "https://app.example.com/cb?x" + name + "=code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/./cb",
                "https://app.example.com/cb/..",
                "https://app.example.com/.%2E",
                "https://app.example.com/a%5cb",
                "com.example.app:/a/../b",
                "https://-app.example.com/",
                "https://app-.example.com/",
                "https://app.example.com:99999999999/",
                "https://app.example.com:4a/",
                "https://[fe80::1%25eth0]/",
                "https://[v1.x]/",
                "https://[::1/",
                "https://[]/",
                "https://[::]/",
                "https://[ff02::1]/",
                "https://[0::1]/",
                "https://[1:2:3:4:5:6:7:8:9]/",
                "https://[1::2::3]/",
                "https://[12345::]/",
                "https://[1:2:3:4:5:6:7::8/64]/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://1.2.3.256/",
                "https://1.2.3.04/",
                "https://1.2.3/",
                "https://1.2.3.4.5/",
                "https://app.example.0x1f/",
                "https://127.255.0.1/",
                "https://app.example.com/a[b]",
                "https://app.example.com/?a=[b",
                "https://app.example.com/%7f",
                "https://app.example.com/%",
                "https://app.example.com/%4",
                "https://a@[::1]/",
                "https://app.example.com%2f.evil.example/",
                "https://app.example.com/\u202Ecb",
                "1com.example:/x",
                "com.example.app://",
                ".com.example:/x",
                "com.example.:/x",
                "http+x.y",
                ":",
                "https",
                "https://",
                "com.example.app://[::1]/x",
                " https://app.example.com/",
                "https://app.example.com/\u0000",
                "https://app.example.com/a,b"
            })
    void hostileAndBrokenUrisAreRefusedForEveryKindOfClient(String uri) {
        assertEquals(1, violations(LOCALHOST, "web", uri).size(), uri);
        assertEquals(1, violations(LOCALHOST, "native", uri).size(), uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://[2001:DB8::10]:8443/cb",
                "https://10.0.0.5/cb",
                "https://[64:ff9b::1.2.3.4]/",
                "https://app.example.com?x",
                "https://app.example.com/..;x",
                "https://app.example.com:65535/cb",
                "https://app.example.com:1/"
            })
    void unusualButSoundUrisAreAccepted(String uri) {
        assertEquals(List.of(), violations(STRICT, "web", uri));
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.localhost/cb, web, true",
        "https://app.localhost/cb, native, false",
        "http://app.localhost/cb, web, false",
        "http://app.localhost/cb, native, false",
        "http://LOCALHOST/cb, web, true",
        "http://LOCALHOST/cb, native, true"
    })
    void namesBelowLocalhostAreNotLocalhost(String uri, String type, boolean accepted) {
        assertEquals(accepted, violations(LOCALHOST, type, uri).isEmpty());
    }

    @Test
    void theStrictProfileTakesHttpFromWebClientsOnly() {
        Registrations strict = Registrations.with("allow-http-loopback-for-web", "false");
        assertEquals(1, violations(strict, "web", "http://127.0.0.1/cb").size());
        assertEquals(1, violations(strict, "web", "http://[::1]/cb").size());
        assertEquals(List.of(), violations(strict, "native", "http://127.0.0.1/cb"));
    }

    @Test
    void aUriMayHave2048CharactersAndNoMore() {
        String longest = "https://app.example.com/" + "a".repeat(2048 - 24);
        assertEquals(List.of(), violations(STRICT, "web", longest));
        assertEquals(1, violations(STRICT, "web", longest + "a").size());
    }

    @Test
    void aHostLabelMayHave63CharactersAndAHost253() {
        String label = "a".repeat(63);
        assertEquals(List.of(), violations(STRICT, "web", "https://" + label + ".example/"));
        assertEquals(
                1, violations(STRICT, "web", "https://a" + label + ".example/").size());
        String host = (label + ".").repeat(3) + "a".repeat(61);
        assertEquals(List.of(), violations(STRICT, "web", "https://" + host + "/"));
        assertEquals(1, violations(STRICT, "web", "https://" + host + "a/").size());
    }

    @Test
    void aClientMayHave50UrisAndNoMore() {
        String[] uris = IntStream.range(0, 51)
                .mapToObj(i -> "https://app.example.com/" + i)
                .toArray(String[]::new);
        assertEquals(
                List.of(),
                violations(STRICT, "web", List.of(uris).subList(0, 50).toArray(String[]::new)));
        assertEquals("/redirect_uris", violations(STRICT, "web", uris).get(0).pointer());
    }

    @Test
    void anExactRepeatIsRefusedAndATrailingSlashIsNoRepeat() {
        assertEquals(
                List.of("/redirect_uris/1"),
                violations(STRICT, "web", "https://a.example/cb", "https://a.example/cb").stream()
                        .map(Violation::pointer)
                        .toList());
        assertEquals(List.of(), violations(STRICT, "web", "https://a.example", "https://a.example/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'https://a.example/'", "{}", "5", "true", "[null]", "[5]", "[['https://a.example/']]"})
    void aWrongJsonTypeIsAnInvalidRedirectUriToo(String value) {
        List<Violation> violations = STRICT.violations(Json.object("{'redirect_uris':" + value + "}"));
        assertEquals(1, violations.size());
        assertEquals(ErrorCode.INVALID_REDIRECT_URI, violations.get(0).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'redirect_uris':null}", "{'redirect_uris':[]}"})
    void redirectUrisAreRequiredWithAResponseType(String body) {
        List<Violation> violations = STRICT.violations(Json.object(body));
        assertEquals(
                List.of(new Violation(
                        "redirect_uris",
                        "/redirect_uris",
                        ErrorCode.INVALID_REDIRECT_URI,
                        "redirect_uris: required; at least one URI for clients with a response type")),
                violations);
    }

    @Test
    void unusedRedirectUrisAreRefusedUnlessTheSwitchIsOff() {
        Registrations lenient = Registrations.with("refuse-unused-redirect-uris", "false");
        ObjectNode sound = Json.machine("'redirect_uris':['https://app.example.com/cb']");
        assertEquals("/redirect_uris", STRICT.violations(sound).get(0).pointer());
        assertEquals(List.of(), lenient.violations(sound));
        ObjectNode unsound = Json.machine("'redirect_uris':['http://app.example.com/cb']");
        assertEquals("/redirect_uris/0", lenient.violations(unsound).get(0).pointer());
        assertEquals(List.of(), STRICT.violations(Json.machine("'redirect_uris':[]")));
    }

    @Test
    void everyBadUriIsReportedAtItsPlace() {
        List<Violation> violations = violations(
                STRICT, "web", "https://a.example/#", "https://a.example/", "http://a.example/", "com.example.app:/cb");
        assertEquals(
                List.of("/redirect_uris/0", "/redirect_uris/2", "/redirect_uris/3"),
                violations.stream().map(Violation::pointer).toList());
        assertEquals(
                "redirect_uris[1]: http is allowed for loopback hosts only",
                violations(STRICT, "web", "https://a.example/", "http://a.example/")
                        .get(0)
                        .message());
    }

    @Test
    void urisAreKeptLetterByLetter() {
        String[] uris = {
            "HTTPS://App.Example.com/cb", "https://app.example.com:443/%c3%A9?a=b&a=b", "https://app.example.com"
        };
        ObjectNode client = Json.object("{}");
        Stream.of(uris).forEach(client.putArray("redirect_uris")::add);
        assertEquals(List.of(uris), STRICT.register(client).metadata().texts(MetadataFields.REDIRECT_URIS));
    }

    @Test
    void aCommaIsRefusedOnlyWhileACommaSeparatedReaderExists() {
        String uri = "https://good.example/cb,https://evil.example/cb";
        assertEquals(1, violations(STRICT, "web", uri).size());
        assertEquals(List.of(), violations(Registrations.with("comma-separated-readers", "false"), "web", uri));
    }

    @Test
    void hostsCanBeAllowedAndDenied() {
        Registrations some = Registrations.with(
                "allowed-redirect-hosts", "*.example.com,one.example", "denied-redirect-hosts", "bad.example.com");
        assertEquals(List.of(), violations(some, "web", "https://APP.example.com/", "https://one.example/"));
        assertEquals(List.of(), violations(some, "native", "com.example.app:/cb"));
        for (String uri : List.of(
                "https://bad.example.com/", "https://example.com/", "https://two.example/", "https://aexample.com")) {
            assertEquals(1, violations(some, "web", uri).size(), uri);
        }
    }

    @Test
    void addressesCanBeRefusedAndLoopbackStays() {
        Registrations names = Registrations.with("refuse-ip-hosts", "true");
        assertEquals(1, violations(names, "web", "https://192.0.2.10/cb").size());
        assertEquals(1, violations(names, "web", "https://[2001:db8::10]/cb").size());
        assertEquals(List.of(), violations(names, "native", "http://127.0.0.1/cb"));
        assertTrue(violations(STRICT, "web", "https://192.0.2.10/cb").isEmpty());
    }
}
