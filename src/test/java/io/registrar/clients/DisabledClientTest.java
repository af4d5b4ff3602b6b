package io.registrar.clients;

import static io.registrar.testing.Registrar.CHALLENGE_END;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.reissuePathOf;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.AtOnce;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.registrar.testing.TestToken;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator disables a client and enables it again; nobody else does. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class DisabledClientTest {

    private static final String OPERATOR_SCOPE = "IdentityServer.Configuration.Operator";

    @Test
    void aDisabledClientIsGoneForReadersUntilItIsEnabled() throws SQLException {
        Response registered = register(machineClient());

        operator()
                .put(disabledPathOf(registered))
                .then()
                .statusCode(204)
                .header("Cache-Control", "no-store")
                .body(is(emptyString()));

        assertEquals(0, rowsForReaders(registered));
        show(registered)
                .then()
                .body("enabled", is(false))
                .body("version", is(2))
                .header("ETag", "\"2\"");

        operator().delete(disabledPathOf(registered)).then().statusCode(204).body(is(emptyString()));

        assertEquals(2, rowsForReaders(registered));
        show(registered).then().body("enabled", is(true)).body("version", is(3)).header("ETag", "\"3\"");
    }

    @Test
    void askedAgainItChangesNothing() throws SQLException {
        Response registered = register(machineClient());

        operator().delete(disabledPathOf(registered)).then().statusCode(204);
        show(registered).then().body("version", is(1));
        operator().put(disabledPathOf(registered)).then().statusCode(204);
        operator().put(disabledPathOf(registered)).then().statusCode(204);

        show(registered).then().body("enabled", is(false)).body("version", is(2));
        assertEquals(1, linesOf(registered).size());
    }

    @Test
    void ifMatchIsHonoured() {
        Response registered = register(machineClient());

        operator()
                .header("If-Match", "\"7\"")
                .put(disabledPathOf(registered))
                .then()
                .statusCode(412);
        show(registered).then().body("enabled", is(true));
        operator()
                .header("If-Match", registered.header("ETag"))
                .put(disabledPathOf(registered))
                .then()
                .statusCode(204);
        operator()
                .header("If-Match", registered.header("ETag"))
                .delete(disabledPathOf(registered))
                .then()
                .statusCode(412);
    }

    @Test
    void neitherTheClientNorItsOwnerEnablesIt() throws SQLException {
        Response registered = register(machineClient());
        operator().put(disabledPathOf(registered)).then().statusCode(204);

        read(registered).then().statusCode(200);
        update(registered, machineClient().with("enabled", true).with("disabled", false))
                .then()
                .statusCode(200);
        request(registered.path("registration_access_token"))
                .body(machineClient().members())
                .put(pathOf(registered) + "?rotate_secret=true")
                .then()
                .statusCode(200);
        request(token().serialize()).post(reissuePathOf(registered)).then().statusCode(200);
        request(token().serialize()).delete(disabledPathOf(registered)).then().statusCode(403);

        assertEquals(0, rowsForReaders(registered));
        show(registered).then().body("enabled", is(false));
    }

    @Test
    void onlyOperatorsDecide() {
        Response registered = register(machineClient());

        for (Supplier<Response> refused : Stream.<Supplier<Response>>of(
                        () -> request(token().serialize()).put(disabledPathOf(registered)),
                        () -> request(token().serialize()).delete(disabledPathOf(registered)),
                        () -> request(token().serialize()).put("/clients/nobody/disabled"))
                .toList()) {
            refused.get()
                    .then()
                    .statusCode(403)
                    .header(
                            "WWW-Authenticate",
                            "Bearer realm=\"dcr\", error=\"insufficient_scope\", scope=\"" + OPERATOR_SCOPE + "\""
                                    + CHALLENGE_END)
                    .body("error", is("insufficient_scope"));
        }
        request(registered.path("registration_access_token"))
                .put(disabledPathOf(registered))
                .then()
                .statusCode(401)
                .body("error", is("invalid_token"));
        anonymous().put(disabledPathOf(registered)).then().statusCode(401).body(is(emptyString()));
        show(registered).then().body("enabled", is(true));
    }

    @Test
    void anUnknownOrEndedClientIsNotThere() throws SQLException {
        Response ended = register(machineClient());
        try (Connection database = Database.aroundTheTrail()) {
            Database.execute(
                    database,
                    "update client set expires_at = now() where client_id = '%s'"
                            .formatted(ended.<String>path("client_id")));
        }

        for (String path : List.of("/clients/nobody/disabled", disabledPathOf(ended))) {
            operator().put(path).then().statusCode(404).body("error", is("invalid_request"));
            operator().delete(path).then().statusCode(404).body("error", is("invalid_request"));
        }
    }

    @Test
    void aBodyIsRefused() {
        Response registered = register(machineClient());

        operator()
                .body("{}")
                .put(disabledPathOf(registered))
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"));

        show(registered).then().body("enabled", is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PATCH"})
    void noOtherMethodIsThere(String method) {
        anonymous()
                .request(method, "/clients/nobody/disabled")
                .then()
                .statusCode(405)
                .header("Allow", "PUT, DELETE");
    }

    @Test
    void itIsNotLostAmongUpdatesOfTheSameMoment() throws Exception {
        Response registered = register(machineClient());
        Supplier<Response> update = () -> update(registered, machineClient());
        Supplier<Response> disable = () -> operator().put(disabledPathOf(registered));

        List<Response> answers = AtOnce.all(Stream.of(update, disable, update, disable, update, update));

        answers.forEach(it -> assertEquals(2, it.statusCode() / 100, it::asString));
        show(registered).then().body("enabled", is(false)).body("version", is(6));
        assertEquals(1, linesOf(registered).size());
    }

    @Test
    void theTrailSaysWhoDidIt() throws SQLException {
        Response registered = register(machineClient());

        operator().put(disabledPathOf(registered)).then().statusCode(204);
        operator().delete(disabledPathOf(registered)).then().statusCode(204);

        assertEquals(
                List.of(
                        Map.of("event", "client.disabled", "outcome", "success", "version", 2, "actor_subject", "ops"),
                        Map.of("event", "client.enabled", "outcome", "success", "version", 3, "actor_subject", "ops")),
                linesOf(registered));
    }

    private static List<Map<String, Object>> linesOf(Response registered) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.query(owner, """
                    select event, outcome, version, actor_subject from registrar.audit_event
                    where event in ('client.disabled', 'client.enabled') and client_id = '%s' order by version
                    """.formatted(registered.<String>path("client_id")));
        }
    }

    /** In both views. */
    private static int rowsForReaders(Response registered) throws SQLException {
        try (Connection reader = Database.asReader()) {
            return Database.query(reader, """
                    select client_id from identity.client where client_id = '%1$s'
                    union all select client_id from identity.oauth2_registered_client where client_id = '%1$s'
                    """.formatted(registered.<String>path("client_id")))
                    .size();
        }
    }

    private static Response show(Response registered) {
        Response shown = operator().get("/clients/" + registered.<String>path("client_id"));
        shown.then().statusCode(200);
        return shown;
    }

    private static String disabledPathOf(Response registered) {
        return "/clients/" + registered.<String>path("client_id") + "/disabled";
    }

    private static RequestSpecification operator() {
        return request(
                token().claim("sub", "ops").claim("scope", OPERATOR_SCOPE).serialize());
    }

    private static TestToken token() {
        return TestIssuer.ofThisTest().token();
    }
}
