package io.registrar.http;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.RawConnection;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A source that sends too much, under another path than the usual one (metadata reference, D.2, I.6). */
@QuarkusTest
@TestProfile(SourceLimitTest.FewRequests.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class SourceLimitTest {

    private static final int REQUESTS = 30;

    /** So heavy that what fills up again while the test runs is nothing beside it, however slow the machine is. */
    private static final int WEIGHT = 1000;

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    public static final class FewRequests implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.registration-path",
                    "/api/register",
                    "registrar.access.audience",
                    "clients-api",
                    "registrar.limits.requests-per-source",
                    String.valueOf(REQUESTS),
                    "registrar.limits.refused-credential-weight",
                    String.valueOf(WEIGHT));
        }
    }

    /** One test, because all of them come from one source. */
    @Test
    void aSourceIsRefusedWhenItsShareIsUsedUpWhateverItSends() throws Exception {
        // A path that is mapped counts once, and a request without a credential is none that is refused.
        for (int i = 0; i < REQUESTS - 1; i++) {
            given().post("/api/register").then().statusCode(401);
        }
        given().header("Authorization", "Bearer a.b.c")
                .post("/api/register")
                .then()
                .statusCode(401);

        Response refused = given().post("/api/register");

        refused.then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("1[0-9]{3}|2000"))
                .header("Cache-Control", is("no-store"))
                .header("Pragma", is("no-cache"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Referrer-Policy", is("no-referrer"))
                .header("Content-Type", is("application/json"))
                .body("error", is("temporarily_unavailable"))
                .body("error_description", is("This source sends too many requests"));
        request("rat_x").get(ENDPOINT + "/anybody").then().statusCode(429);
        anonymous()
                .get("/.well-known/oauth-protected-resource/api/register")
                .then()
                .statusCode(429);
        given().header("Host", "evil.example").get("/").then().statusCode(429);
        given().head("/clients").then().statusCode(429).body(is(""));
        given().get(management.resolve("/q/health/live")).then().statusCode(200);
        given().get(management.resolve("/q/metrics")).then().statusCode(200);
        aRefusedBodyHoldsNothingUp();
    }

    private void aRefusedBodyHoldsNothingUp() throws Exception {
        try (RawConnection connection = RawConnection.to(service)) {
            String post = "POST /api/register HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000\r\n\r\n"
                    + " ".repeat(200_000);
            connection.send(post + post);
            for (int i = 0; i < 2; i++) {
                List<String> head = connection.head();
                assertEquals("http/1.1 429 too many requests", head.get(0));
                assertTrue(head.contains("cache-control: no-store"), head::toString);
                connection.skip(head);
            }
        }
    }
}
