package io.registrar.http;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.RESOURCE_METADATA;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that takes requests from a network in which the tests are not. */
@QuarkusTest
@TestProfile(SourceNetworkTest.Intranet.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class SourceNetworkTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    public static final class Intranet implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.limits.allowed-source-networks", "10.20.0.0/16,2001:db8::/32");
        }
    }

    @Test
    void aRequestFromAnotherNetworkIsRefusedHoweverGoodItsCredentialIs() {
        refused(request(TestIssuer.ofThisTest().registrationToken())
                .body(machineClient().members())
                .post(ENDPOINT)
                .then());
    }

    @Test
    void itIsRefusedBeforeAnythingElseIsSaidAboutIt() {
        refused(anonymous().post(ENDPOINT).then());
        refused(request("a.b.c").get(ENDPOINT + "/anybody").then());
        refused(anonymous().get(RESOURCE_METADATA).then());
        refused(given().get("/nothing").then());
        refused(given().get("/openapi").then());
        refused(given().header("Host", "evil.example").get("/").then());
    }

    @Test
    void noHeaderMovesARequestIntoTheNetwork() {
        refused(given().header("X-Forwarded-For", "10.20.0.1")
                .header("Forwarded", "for=10.20.0.1")
                .header("X-Real-IP", "10.20.0.1")
                .post(ENDPOINT)
                .then());
    }

    @Test
    void itIsInTheTrailWithItsSource() throws Exception {
        // A quota that another test reached ends in the same code.
        Object before = Database.now();

        anonymous().post(ENDPOINT).then().statusCode(403);

        assertEquals(Map.of("actor_kind", "unknown", "source_address", "127.0.0.1"), Database.eventually("""
                        select actor_kind, source_address from registrar.audit_event
                        where event = 'request.refused' and outcome = 'access_denied' and occurred_at > '%s'
                        """.formatted(
                        before)));
    }

    @Test
    void theManagementPortIsBoundByItsOwnSettings() {
        given().get(management.resolve("/q/health/live")).then().statusCode(200);
        given().get(management.resolve("/q/metrics")).then().statusCode(200);
    }

    private static void refused(ValidatableResponse response) {
        response.statusCode(403)
                .header("Cache-Control", is("no-store"))
                .header("Pragma", is("no-cache"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Referrer-Policy", is("no-referrer"))
                .header("WWW-Authenticate", nullValue())
                .header("Content-Type", is("application/json"))
                .body("error", is("access_denied"))
                .body("error_description", is("Requests from this network are not taken"));
    }
}
