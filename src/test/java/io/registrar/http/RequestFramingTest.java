package io.registrar.http;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.RawConnection;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content type, size, encoding and time of a body, and the spelling of a path (metadata reference, H, G.4). */
@QuarkusTest
@TestProfile(RequestFramingTest.Impatient.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class RequestFramingTest {

    private static final int LIMIT = 256 * 1024;
    private static final String BODY = "{\"grant_types\":[\"client_credentials\"]}";

    @TestHTTPResource("/")
    URI service;

    private final String token = TestIssuer.ofThisTest().registrationToken();

    /** Does not let a test wait ten seconds for a slow body. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.body-timeout", "PT3S", "registrar.allowed-hosts", "localhost,Config.Internal");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json; charset=\"utf-8\""
            })
    void jsonInUtf8IsTaken(String contentType) {
        assertEquals(201, post("Content-Type: " + contentType, BODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: 1",
                "Content-Type: text/plain",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Type: application/json-patch+json",
                "Content-Type: application/merge-patch+json",
                "Content-Type: application/jwt",
                "Content-Type: application/foo+json",
                "Content-Type: application/json; charset=iso-8859-1",
                "Content-Type: application/json; charset=utf-16",
                "Content-Type: application/json, text/plain",
                "Content-Type: application/json garbage",
                "Content-Type: application/json;",
                "Content-Type: @@",
                "Content-Type: application/json\r\nContent-Type: application/json",
                "Content-Type: application/json\r\nContent-Encoding: gzip",
                "Content-Type: application/json\r\nContent-Encoding: br"
            })
    void everythingElseIsAnUnsupportedMediaType(String headers) {
        assertEquals(415, post(headers, BODY));
    }

    @Test
    void theIdentityEncodingIsTaken() {
        assertEquals(201, post("Content-Type: application/json\r\nContent-Encoding: identity", BODY));
    }

    @Test
    void aBodyOf256KiBIsTakenAndAByteMoreIsNot() {
        String padding = " ".repeat(LIMIT - BODY.length());

        request(token).body(BODY + padding).post(ENDPOINT).then().statusCode(201);
        request(token)
                .body(BODY + padding + " ")
                .post(ENDPOINT)
                .then()
                .statusCode(413)
                .header("Connection", "close")
                .body("error", is("invalid_request"));
    }

    @Test
    void anAnnouncedExcessIsRefusedUnread() throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(head("Content-Type: application/json\r\nContent-Length: " + (LIMIT + 1)));

            assertEquals(413, connection.status());
            assertTrue(connection.isClosedByPeer());
        }
    }

    @Test
    void aChunkedExcessIsCutOff() throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(head("Content-Type: application/json\r\nTransfer-Encoding: chunked"));
            String chunk = Integer.toHexString(LIMIT) + "\r\n" + " ".repeat(LIMIT) + "\r\n";
            connection.send(chunk + "1\r\n \r\n");

            assertEquals(413, connection.status());
            assertTrue(connection.isClosedByPeer());
        }
    }

    @Test
    void aChunkedBodyIsTakenAndEndsTheConnection() throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(head("Content-Type: application/json\r\nTransfer-Encoding: chunked")
                    + Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n");

            assertEquals(201, connection.status());
            assertTrue(connection.isClosedByPeer());
        }
    }

    @Test
    void aBodyThatNeverComesIsGivenUp() throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(head("Content-Type: application/json\r\nContent-Length: 100") + "{");

            assertEquals(408, connection.status());
            assertTrue(connection.isClosedByPeer());
        }
    }

    @Test
    void aSenderThatAsksFirstIsToldToGoOnOnlyWhenItMay() throws IOException {
        String expects = "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: ";
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(head(expects + BODY.length()));
            assertEquals(100, connection.status());
            connection.send(BODY);
            assertEquals(201, connection.status());
        }
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(head(expects + (LIMIT + 1)));
            assertEquals(413, connection.status());
        }
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(head(expects + BODY.length()).replace(token, "a.b.c"));
            assertEquals(401, connection.status());
            assertTrue(connection.isClosedByPeer(), "a body that may or may not follow must not be read as a request");
        }
    }

    @Test
    void theCredentialIsJudgedBeforeAnyAnnouncedLength() throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send("POST /connect/dcr HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000000\r\n\r\n{");

            assertEquals(401, connection.status());
            assertTrue(connection.isClosedByPeer());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /connect/dcr/x HTTP/1.1\r\nX-Nothing: 1",
                "GET /connect/dcr/x HTTP/1.1\r\nHost: localhost:99999",
                "GET /connect/dcr/x HTTP/1.1\r\nHost: user@localhost",
                "GET connect/dcr/x HTTP/1.1\r\nHost: localhost",
                "OPTIONS * HTTP/1.1\r\nHost: localhost"
            })
    void whatCannotBeRoutedIsRefusedLikeEverythingElse(String request) throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(request + "\r\n\r\n");
            List<String> head = connection.head();

            assertTrue(head.get(0).contains(" 400 ") || head.get(0).contains(" 404 "), head::toString);
            assertTrue(
                    head.containsAll(
                            List.of("cache-control: no-store", "pragma: no-cache", "content-type: application/json")),
                    head::toString);
        }
    }

    @Test
    void aTargetInAbsoluteFormMustNameThisHost() throws IOException {
        for (String host : new String[] {"evil.example", "localhost"}) {
            try (RawConnection connection = RawConnection.to(service)) {
                connection.send("GET http://" + host + "/connect/dcr/x HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertEquals(host.equals("localhost") ? 401 : 421, connection.status());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 38, 200_000})
    void aRefusedBodyHoldsNothingUp(int length) throws IOException {
        String next = head("Content-Type: application/json\r\nContent-Length: " + BODY.length()) + BODY;
        for (String refused : new String[] {
            "POST /connect/dcr HTTP/1.1\r\nHost: localhost\r\n",
            "PUT /connect/dcr HTTP/1.1\r\nHost: localhost\r\n",
            "POST /connect/dcr HTTP/1.1\r\nHost: evil.example\r\n",
            "POST /connect/dcr HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer a.b.c\r\n",
            "POST /connect/dcr HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
        }) {
            try (RawConnection connection = RawConnection.to(service)) {
                connection.send(refused + "Content-Length: " + length + "\r\n\r\n" + " ".repeat(length) + next);
                List<String> head = connection.head();
                assertTrue(head.get(0).contains(" 4"), head::toString);
                connection.skip(head);

                assertEquals(201, connection.status(), refused);
            }
        }
    }

    @Test
    void overHttp2AnUnreadBodyHoldsNothingUp() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false)
                    .setHttp2MaxPoolSize(1));
            assertEquals(201, answer(client, "Bearer " + token, BODY).statusCode());

            for (int i = 0; i < 3; i++) {
                try {
                    assertEquals(401, answer(client, "", " ".repeat(400_000)).statusCode());
                } catch (ExecutionException cutWhileSending) {
                    assertInstanceOf(StreamResetException.class, cutWhileSending.getCause());
                }
            }

            HttpClientResponse answer = answer(client, "Bearer " + token, BODY);
            assertEquals(201, answer.statusCode());
            assertEquals(HttpVersion.HTTP_2, answer.version());
        } finally {
            vertx.close();
        }
    }

    private HttpClientResponse answer(HttpClient client, String credential, String body) throws Exception {
        return client.request(HttpMethod.POST, service.getPort(), "localhost", "/connect/dcr")
                .compose(request -> {
                    request.putHeader("Content-Type", "application/json");
                    if (!credential.isEmpty()) {
                        request.putHeader("Authorization", credential);
                    }
                    return request.send(body);
                })
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    @Test
    void anAllowedHostIsReadInAnyLetters() {
        anonymous()
                .header("Host", "config.INTERNAL")
                .get("/connect/dcr/x")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connect/dcr;a=b",
                "/connect/dcr;",
                "/connect;x/dcr",
                "/connect/dcr%3Ba=b",
                "/connect/dcr%3b",
                "//connect/dcr",
                "/connect//dcr",
                "/connect/dcr//",
                "/connect/%2e%2e/connect/dcr",
                "/connect/x/../dcr",
                "/connect/./dcr",
                "/connect/%64cr",
                "/connect%2Fdcr",
                "/connect\\dcr"
            })
    void noOtherSpellingOfThePathReachesAnEndpoint(String path) throws IOException {
        for (String method : new String[] {"POST", "GET", "PUT", "DELETE"}) {
            for (String below : new String[] {"", "/some-client", "/validate"}) {
                try (RawConnection connection = RawConnection.to(service)) {
                    connection.send(
                            method + " " + path + below + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + token + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
                                    + "\r\n\r\n" + BODY);
                    int status = connection.status();
                    assertTrue(status == 400 || status == 404, method + " " + path + below + ": " + status);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/validate;a=b",
                "/validate;",
                "/%76alidate",
                "/validate%3B",
                "/validate%00",
                "//validate",
                "/./validate",
                "/x/../validate",
                "/validate/",
                "/validate/.",
                "/validate/x",
                "/validate%2Fx",
                "\\validate"
            })
    void noOtherSpellingIsTakenForTheValidationNorForAClient(String below) throws IOException {
        for (String method : new String[] {"POST", "GET", "PUT", "DELETE"}) {
            try (RawConnection connection = RawConnection.to(service)) {
                connection.send(
                        method + " /connect/dcr" + below + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + token + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
                                + "\r\n\r\n" + BODY);
                int status = connection.status();
                assertTrue(status == 400 || status == 404, method + " " + below + ": " + status);
            }
        }
    }

    @Test
    void aBodyForTheValidationThatNeverComesIsGivenUp() throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(head("Content-Type: application/json\r\nContent-Length: 100")
                            .replace("/connect/dcr ", "/connect/dcr/validate ")
                    + "{");

            assertEquals(408, connection.status());
            assertTrue(connection.isClosedByPeer());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "config.example.com.evil.example", "localhost.evil.example", "127.0.0.1"})
    void aForeignHostIsMisdirected(String host) {
        anonymous()
                .header("Host", host)
                .get("/connect/dcr/x")
                .then()
                .statusCode(421)
                .header("Cache-Control", "no-store")
                .body("error", is("invalid_request"));
    }

    @Test
    void forwardingHeadersChangeNothing() {
        request(token)
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "host=evil.example;proto=http")
                .body(machineClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(201)
                .header("Location", startsWith("https://config.example.com/connect/dcr/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server",
                "/.well-known/oauth-authorization-server/connect/dcr",
                "/q/health",
                "/q/metrics",
                "/connect",
                "/connect/dcr/",
                "/connect/dcr/a/b",
                "/"
            })
    void thereIsNothingElseOnThisPort(String path) {
        anonymous()
                .get(path)
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .body("error", is("invalid_request"));
    }

    private int post(String headers, String body) {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(head(headers + "\r\nContent-Length: " + body.length()) + body);
            return connection.status();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String head(String headers) {
        return "POST /connect/dcr HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n" + headers
                + "\r\n\r\n";
    }
}
