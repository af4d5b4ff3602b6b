package io.registrar.management;

import static io.registrar.testing.Registrar.CHALLENGE_END;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.webClient;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ClientConfigurationTest {

    private static final String INVALID_TOKEN =
            "Bearer realm=\"dcr\", error=\"invalid_token\", error_description=\"The access token is not valid\""
                    + CHALLENGE_END;

    @Test
    void aReadShowsTheRegistrationWithoutTheSecret() {
        Response registered = register(webClient().name("Demo").with("client_name#fr", "Démo"));

        Response read = read(registered);

        read.then()
                .statusCode(200)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .body("$", not(hasKey("client_secret")));
        Map<String, Object> expected = new TreeMap<>(registered.<Map<String, Object>>path("$"));
        expected.remove("client_secret");
        assertEquals(expected, new TreeMap<>(read.<Map<String, Object>>path("$")));
    }

    @Test
    void headIsGetWithoutTheBody() {
        Response registered = register(machineClient());

        request(registered.path("registration_access_token"))
                .head(pathOf(registered))
                .then()
                .statusCode(200)
                .body(is(emptyString()));
    }

    @Test
    void withoutACredentialTheAnswerSaysNothingElse() {
        for (String path : new String[] {pathOf(register(machineClient())), "/connect/dcr/nobody"}) {
            anonymous()
                    .get(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer realm=\"dcr\"" + CHALLENGE_END)
                    .header("Cache-Control", "no-store")
                    .body(is(emptyString()));
        }
    }

    @Test
    void everyTokenButTheClientsOwnGetsOneAndTheSameAnswer() {
        Response one = register(machineClient());
        Response other = register(machineClient());
        String own = one.path("registration_access_token");

        refused(request(other.path("registration_access_token")).get(pathOf(one)));
        refused(request(own).get("/connect/dcr/nobody"));
        refused(request(own + "x").get(pathOf(one)));
        refused(request(own.substring(4)).get(pathOf(one)));
        refused(request("rat_").get(pathOf(one)));
        refused(request("iat_" + own.substring(4)).get(pathOf(one)));
        refused(request(TestIssuer.ofThisTest().registrationToken()).get(pathOf(one)));
        refused(request("a.b.c").get(pathOf(one)));
        read(one).then().statusCode(200);
    }

    @Test
    void theTrailTellsOfATokenThatIsSentForAnotherClient() throws Exception {
        Response own = register(machineClient());
        Response other = register(machineClient());

        refused(request(own.path("registration_access_token")).get(pathOf(other)));

        Map<String, Object> row = Database.eventually("""
                select outcome, actor_kind, actor_client_id, actor_policy, source_address from registrar.audit_event
                where event = 'token.mismatch' and client_id = '%s'
                """.formatted(own.<String>path("client_id")));
        assertEquals(
                Map.of(
                        "outcome", "refused",
                        "actor_kind", "registration_access_token",
                        "actor_client_id", own.<String>path("client_id"),
                        "actor_policy", "default",
                        "source_address", "127.0.0.1"),
                row);
        read(own).then().statusCode(200);
        read(other).then().statusCode(200);
    }

    @Test
    void anEndedClientOrTokenIsLikeAnUnknownOne() throws SQLException {
        Response clientEnded = register(machineClient());
        Response tokenEnded = register(machineClient());
        Response disabled = register(machineClient());
        try (Connection database = Database.aroundTheTrail()) {
            Database.execute(
                    database,
                    "update client set expires_at = now() where client_id = '%s'"
                            .formatted(clientEnded.<String>path("client_id")));
            Database.execute(database, """
                    update registration_access_token set expires_at = now()
                    where client = (select id from client where client_id = '%s')
                    """.formatted(tokenEnded.<String>path("client_id")));
            Database.execute(
                    database,
                    "update client set enabled = false where client_id = '%s'"
                            .formatted(disabled.<String>path("client_id")));
        }

        refused(read(clientEnded));
        refused(read(tokenEnded));
        read(disabled).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "OPTIONS"})
    void noOtherMethodIsThere(String method) {
        Response registered = register(machineClient());

        request(registered.path("registration_access_token"))
                .request(method, pathOf(registered))
                .then()
                .statusCode(405)
                .header("Allow", "GET, PUT, DELETE")
                .body("error", is("invalid_request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void theRegistrationEndpointTakesPostOnly(String method) {
        anonymous()
                .request(method, "/connect/dcr")
                .then()
                .statusCode(405)
                .header("Allow", "POST")
                .body("error", is("invalid_request"));
    }

    private static void refused(Response response) {
        response.then()
                .statusCode(401)
                .header("WWW-Authenticate", INVALID_TOKEN)
                .body(is("{\"error\":\"invalid_token\",\"error_description\":\"The access token is not valid\"}"));
    }
}
