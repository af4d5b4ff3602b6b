package io.registrar.http;

import static io.registrar.testing.Registrar.RESOURCE_METADATA;
import static io.registrar.testing.Registrar.anonymous;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.RawConnection;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More requests at the same moment than are worked on, under another path than the usual one. */
@QuarkusTest
@TestProfile(ConcurrencyLimitTest.TwoPlaces.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ConcurrencyLimitTest {

    private static final String PATH = "/api/register";
    private static final String METADATA = "/.well-known/oauth-protected-resource" + PATH;
    private static final String BODY = "{\"grant_types\":[\"client_credentials\"]}";
    private static final int PLACES = 2;

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final String token =
            TestIssuer.ofThisTest().token().claim("aud", "clients-api").serialize();

    public static final class TwoPlaces implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.registration-path",
                    PATH,
                    "registrar.access.audience",
                    "clients-api",
                    "registrar.cors.origins",
                    "https://portal.example.com",
                    "registrar.body-timeout",
                    "PT30S",
                    "registrar.limits.concurrent-requests",
                    String.valueOf(PLACES));
        }
    }

    /** A request whose body never ends by itself. */
    private RawConnection hold() throws IOException {
        RawConnection connection = RawConnection.to(service);
        connection.send("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n"
                + BODY.substring(0, 1));
        return connection;
    }

    private static void finish(RawConnection held) throws IOException {
        held.send(BODY.substring(1));
        assertEquals(201, held.status());
    }

    private static int status() {
        return given().get(METADATA).statusCode();
    }

    private static void await(int status) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (status() == status) {
                return;
            }
            Thread.sleep(25);
        }
        fail("never answered " + status);
    }

    /** Takes the last place. A request that found it taken, by one of this test that had just ended, comes again. */
    private RawConnection holdTheLast() throws Exception {
        for (int i = 0; i < 20; i++) {
            RawConnection held = hold();
            if (!held.isAnsweredWithin(Duration.ofMillis(500))) {
                assertEquals(503, status());
                return held;
            }
            assertEquals(503, held.status());
            held.close();
        }
        return fail("the last place was never free");
    }

    /** Only with all places free can as many requests be held as there are places. */
    private void allPlacesAreFree() throws Exception {
        try (RawConnection one = hold()) {
            assertFalse(one.isAnsweredWithin(Duration.ofMillis(500)));
            assertEquals(200, status());
            try (RawConnection other = holdTheLast()) {
                finish(one);
                finish(other);
            }
        }
        await(200);
    }

    @Test
    void whatIsTooMuchIsRefusedAtOnce() throws Exception {
        try (RawConnection one = hold();
                RawConnection other = holdTheLast()) {
            given().post(PATH)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", is("1"))
                    .header("Cache-Control", is("no-store"))
                    .header("Pragma", is("no-cache"))
                    .header("X-Content-Type-Options", is("nosniff"))
                    .header("Referrer-Policy", is("no-referrer"))
                    .header("Content-Type", is("application/json"))
                    .body("error", is("temporarily_unavailable"))
                    .body("error_description", is("The service has too much to do; send the request again later"));
            anonymous().get(RESOURCE_METADATA).then().statusCode(503);
            given().get(management.resolve("/q/health/live")).then().statusCode(200);
            given().get(management.resolve("/q/metrics")).then().statusCode(200);
            finish(one);
            finish(other);
        }
        allPlacesAreFree();
    }

    @Test
    void aPlaceIsGivenBackHoweverTheRequestEnds() throws Exception {
        for (int i = 0; i < PLACES + 1; i++) {
            given().post(PATH).then().statusCode(401);
            given().header("Authorization", "Bearer a.b.c").post(PATH).then().statusCode(401);
            given().header("Authorization", "Bearer " + token).post(PATH).then().statusCode(415);
            given().header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .body("{")
                    .post(PATH)
                    .then()
                    .statusCode(400);
            given().post("/connect/dcr").then().statusCode(404);
            given().patch(PATH).then().statusCode(405);
            given().header("Host", "evil.example").get("/").then().statusCode(421);
            given().urlEncodingEnabled(false).get("/a%2Fb").then().statusCode(400);
            given().head(METADATA).then().statusCode(200);
            given().head("/clients").then().statusCode(401);
            given().get("/openapi").then().statusCode(200);
            given().header("Origin", "https://portal.example.com")
                    .header("Access-Control-Request-Method", "POST")
                    .options(PATH)
                    .then()
                    .header("Access-Control-Allow-Origin", is("https://portal.example.com"));
        }
        allPlacesAreFree();
    }

    @Test
    void aPlaceIsGivenBackWhenTheSenderGoesAway() throws Exception {
        for (int i = 0; i < PLACES + 1; i++) {
            RawConnection orderly = hold();
            Thread.sleep(50);
            orderly.close();
            await(200);
            RawConnection abrupt = hold();
            Thread.sleep(50);
            abrupt.reset();
            await(200);
            RawConnection early = RawConnection.to(service);
            early.send("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
            early.reset();
            await(200);
        }
        allPlacesAreFree();
    }

    @Test
    void aPlaceIsGivenBackWhenAStreamOfHttp2IsReset() throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        try {
            for (int i = 0; i < PLACES + 1; i++) {
                HttpClientRequest stream = now(client.request(HttpMethod.POST, service.getPort(), "localhost", PATH));
                stream.putHeader("Authorization", "Bearer " + token)
                        .putHeader("Content-Type", "application/json")
                        .setChunked(true);
                now(stream.write("{"));
                try (RawConnection other = holdTheLast()) {
                    stream.reset();
                    await(200);
                    finish(other);
                }
            }
        } finally {
            now(vertx.close());
        }
        allPlacesAreFree();
    }

    private static <T> T now(Future<T> soon) throws Exception {
        return soon.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
