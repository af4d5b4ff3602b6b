package io.registrar.http;

import static io.registrar.testing.Registrar.machineClient;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints under another path than the usual one. */
@QuarkusTest
@TestProfile(ConfiguredPathTest.AnotherPath.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ConfiguredPathTest {

    /** A path of two segments, and a token lifetime to see that all settings of a run come together. */
    public static final class AnotherPath implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.registration-path", "/api/register",
                    "registrar.access.audience", "clients-api",
                    "registrar.credentials.secret-lifetime", "P1D");
        }
    }

    @Test
    void everythingIsUnderThatPath() {
        Response registered = post("/api/register");

        registered.then().statusCode(201).header("Location", startsWith("https://config.example.com/api/register/"));
        String token = registered.path("registration_access_token");
        given().header("Authorization", "Bearer " + token)
                .get("/api/register/" + registered.path("client_id"))
                .then()
                .statusCode(200);
        post("/api/register/validate").then().statusCode(200);
        given().post("/api/register/policy").then().statusCode(405).header("Allow", "GET");
        given().get("/api/register/validate").then().statusCode(405).header("Allow", "POST");
        given().put("/api/register").then().statusCode(405).header("Allow", "POST");
        given().patch("/api/register/anybody").then().statusCode(405).header("Allow", "GET, PUT, DELETE");
        given().header("Authorization", "Bearer " + token)
                .get("/api/register?client_id=" + registered.path("client_id"))
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + token)
                .get("/api/register/" + registered.path("client_id") + "?access_token=" + token)
                .then()
                .statusCode(400);
        given().header("Authorization", "Bearer " + token)
                .delete("/api/register/" + registered.path("client_id"))
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connect/dcr",
                "/connect/dcr/anybody",
                "/connect/dcr/validate",
                "/connect/dcr/policy",
                "/api",
                "/api/registerx",
                "/api/register/a/b"
            })
    void thereIsNothingUnderAnyOther(String path) {
        post(path).then().statusCode(404);
    }

    @Test
    void theResourceMetadataFollowsThePath() {
        given().get("/.well-known/oauth-protected-resource/api/register")
                .then()
                .statusCode(200)
                .body("resource", is("https://config.example.com/api/register"));
        given().get("/.well-known/oauth-protected-resource/connect/dcr").then().statusCode(404);
        given().post("/api/register")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", endsWith("/.well-known/oauth-protected-resource/api/register\""));
    }

    @Test
    void theSecretEndsWhenItsLifetimeIsOver() {
        Response registered = post("/api/register");

        long issued = ((Number) registered.path("client_id_issued_at")).longValue();
        assertEquals(issued + 86_400, ((Number) registered.path("client_secret_expires_at")).longValue());
    }

    private static Response post(String path) {
        String token =
                TestIssuer.ofThisTest().token().claim("aud", "clients-api").serialize();
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(machineClient().members())
                .post(path);
    }
}
