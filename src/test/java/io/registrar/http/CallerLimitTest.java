package io.registrar.http;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.POLICY;
import static io.registrar.testing.Registrar.RESOURCE_METADATA;
import static io.registrar.testing.Registrar.VALIDATION;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.delete;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.RawConnection;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A caller that sends too much, whichever of its tokens it shows (metadata reference, D.2, I.6). */
@QuarkusTest
@TestProfile(CallerLimitTest.FewRequests.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class CallerLimitTest {

    private static final int REQUESTS = 3;

    @TestHTTPResource("/")
    URI service;

    public static final class FewRequests implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.access.credentials",
                    "access-token,open",
                    "registrar.limits.requests-per-caller",
                    String.valueOf(REQUESTS));
        }
    }

    private static String tokenOf(String subject) {
        return TestIssuer.ofThisTest().token().claim("sub", subject).serialize();
    }

    private static void useUp(String subject) {
        for (int i = 0; i < REQUESTS; i++) {
            request(tokenOf(subject)).get(POLICY).then().statusCode(200);
        }
    }

    @Test
    void aCallerIsRefusedWhenItsShareIsUsedUpAndAnotherIsNot() {
        useUp("busy");

        for (String path : new String[] {ENDPOINT, VALIDATION}) {
            request(tokenOf("busy"))
                    .body(machineClient().members())
                    .post(path)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", matchesPattern("1[0-9]|20"))
                    .header("Cache-Control", is("no-store"))
                    .header("Content-Type", is("application/json"))
                    .body("error", is("temporarily_unavailable"))
                    .body("error_description", is("This caller sends too many requests"));
        }
        request(tokenOf("busy")).get("/clients").then().statusCode(429);
        request(tokenOf("other"))
                .body(machineClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(201);
    }

    @Test
    void itIsRefusedBeforeItsBodyIsRead() throws IOException {
        useUp("slow");

        try (RawConnection connection = RawConnection.to(service)) {
            connection.send("POST /connect/dcr HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + tokenOf("slow")
                    + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

            assertEquals(429, connection.status());
        }
    }

    @Test
    void aClientThatManagesItselfIsACallerOfItsOwn() {
        Response one = anonymous().body(machineClient().members()).post(ENDPOINT);
        Response other = anonymous().body(machineClient().members()).post(ENDPOINT);
        for (int i = 0; i < REQUESTS; i++) {
            read(one).then().statusCode(200);
        }

        read(one).then().statusCode(429);
        update(one, machineClient()).then().statusCode(429);
        delete(one).then().statusCode(429).header("Retry-After", matchesPattern("1[0-9]|20"));
        read(other).then().statusCode(200);
    }

    @Test
    void refusedTokensAreOfNoCallerAndStayRefused() {
        Response one = anonymous().body(machineClient().members()).post(ENDPOINT);
        Response other = anonymous().body(machineClient().members()).post(ENDPOINT);
        for (int i = 0; i < REQUESTS + 1; i++) {
            request("rat_" + "x".repeat(43)).get(pathOf(one)).then().statusCode(401);
            request(other.path("registration_access_token"))
                    .get(pathOf(one))
                    .then()
                    .statusCode(401);
            request(tokenOf("refused") + "x").get(POLICY).then().statusCode(401);
        }
        read(one).then().statusCode(200);
        read(other).then().statusCode(200);
    }

    @Test
    void nobodyInParticularKeepsNobodyElseOut() {
        for (int i = 0; i < REQUESTS + 1; i++) {
            anonymous().body(machineClient().members()).post(ENDPOINT).then().statusCode(201);
        }
    }

    @Test
    void whereNobodyNeedsToBeKnownACredentialIsNotLookedAt() {
        useUp("reader");

        request(tokenOf("reader")).get(RESOURCE_METADATA).then().statusCode(200);
        request("a.b.c").get(RESOURCE_METADATA).then().statusCode(200);
    }
}
