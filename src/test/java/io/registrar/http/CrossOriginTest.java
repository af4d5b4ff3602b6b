package io.registrar.http;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.Settings;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registration pages that run in a browser (metadata reference, G.5). */
@QuarkusTest
@TestProfile(CrossOriginTest.OnePortal.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class CrossOriginTest {

    private static final String PORTAL = "https://portal.example.com";

    /** Two origins are admitted, by name. */
    public static final class OnePortal implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.cors.origins", PORTAL + ",http://localhost:3000");
        }
    }

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }

    private static Response ask(String origin, String method, String path) {
        return from(origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(path);
    }

    private static Set<String> list(Response response, String header) {
        return Set.of(response.header(header).split(", ?"));
    }

    @ParameterizedTest
    @CsvSource({
        "/connect/dcr,POST",
        "/connect/dcr/validate,POST",
        "/connect/dcr/policy,GET",
        "/connect/dcr/some-client,GET"
    })
    void aPortalIsToldWhatItMayDo(String path, String method) {
        Response answer = ask(PORTAL, method, path);

        answer.then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", is(PORTAL))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Max-Age", is("600"));
        assertEquals(
                Set.of("authorization", "content-type", "if-match"),
                Set.of(answer.header("Access-Control-Allow-Headers")
                        .toLowerCase()
                        .split(", ?")));
        assertEquals(true, list(answer, "Access-Control-Allow-Methods").contains(method));
        assertEquals("", answer.asString());
    }

    /** Which resource the address names depends on the method that is asked for, not on that of the question. */
    @ParameterizedTest
    @CsvSource({"GET,GET PUT DELETE", "PUT,GET PUT DELETE", "DELETE,GET PUT DELETE", "POST,POST"})
    void aClientNamedInTheQueryIsManagedThere(String method, String methods) {
        Response answer = ask(PORTAL, method, ENDPOINT + "?client_id=some-client");

        answer.then().statusCode(204);
        assertEquals(Set.of(methods.split(" ")), list(answer, "Access-Control-Allow-Methods"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example.com.evil.example",
                "https://portal.example.com:8443",
                "http://portal.example.com",
                "https://PORTAL.example.com",
                "null",
                "*"
            })
    void aPageOfAnotherOriginIsToldNothing(String origin) {
        ask(origin, "POST", ENDPOINT)
                .then()
                .statusCode(405)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Vary", is("origin"));
        from(origin)
                .contentType("application/json")
                .post(ENDPOINT)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void whatAPortalMayReadIsNamedOnEveryAnswer() {
        Response registered = request(TestIssuer.ofThisTest().registrationToken())
                .header("Origin", PORTAL)
                .body(machineClient().members())
                .post(ENDPOINT);
        Response read = request(registered.path("registration_access_token"))
                .header("Origin", "http://localhost:3000")
                .get(pathOf(registered));
        Response refused = anonymous().header("Origin", PORTAL).post(ENDPOINT);

        assertEquals(List.of(201, 200, 401), List.of(registered.statusCode(), read.statusCode(), refused.statusCode()));
        assertEquals("http://localhost:3000", read.header("Access-Control-Allow-Origin"));
        for (Response answer : List.of(registered, read, refused)) {
            assertEquals(
                    Set.of("WWW-Authenticate", "ETag", "Location", "Retry-After"),
                    list(answer, "Access-Control-Expose-Headers"));
            assertEquals("origin", answer.header("Vary"));
        }
    }

    @Test
    void whoeverIsNoBrowserNoticesNothing() {
        register(machineClient()).then().statusCode(201).header("Access-Control-Allow-Origin", nullValue());
        given().options(ENDPOINT).then().statusCode(405).header("Allow", is("POST, OPTIONS"));
        ask(PORTAL, "GET", "/q/health").then().header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "origins,https://portal.example.com/",
        "origins,*",
        "origins,null",
        "origins,http://portal.example.com",
        "origins,https://Portal.example.com",
        "max-age,PT11M"
    })
    void aSettingThatIsNoOriginStopsTheStart(String setting, String value) {
        CorsSettings settings = Settings.of(CorsSettings.class, Map.of("registrar.cors." + setting, value));
        Endpoints endpoints = new Endpoints(Settings.of(ManagementSettings.class, Map.of()));
        assertThrows(ConfigurationException.class, () -> new CrossOrigin(settings, endpoints));
    }
}
