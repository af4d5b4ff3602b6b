package io.registrar.management;

import static io.registrar.testing.Registrar.CHALLENGE_END;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.delete;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The deletion of a client by itself (metadata reference, D.2 and D.5). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ClientDeletionTest {

    @Test
    void aDeletedClientIsGoneWithAllThatWasIssuedToIt() throws SQLException {
        Response registered = register(machineClient());
        Object row = rowsOf("client", "client_id", registered).get(0).get("id");

        delete(registered)
                .then()
                .statusCode(204)
                .header("Content-Type", (String) null)
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .body(is(emptyString()));

        assertEquals(List.of(), rowsOf("client", "client_id", registered));
        try (Connection service = Database.asService();
                Connection reader = Database.asReader()) {
            for (String table : List.of("client_secret", "registration_access_token")) {
                assertEquals(
                        List.of(),
                        Database.query(service, "select id from %s where client = %s".formatted(table, row)));
            }
            for (String view : List.of("client", "oauth2_registered_client")) {
                assertEquals(
                        List.of(),
                        Database.query(
                                reader,
                                "select client_id from identity.%s where client_id = '%s'"
                                        .formatted(view, registered.<String>path("client_id"))));
            }
        }
    }

    @Test
    void readersLearnOfItForTheGrantsThatTheyKeep() throws SQLException {
        Response registered = register(machineClient());
        Response other = register(machineClient());
        String since = "select client_id from identity.deleted_client where deleted_at > now() - interval '1 minute'"
                + " and client_id in ('%s', '%s')";

        delete(registered).then().statusCode(204);

        try (Connection reader = Database.asReader()) {
            assertEquals(
                    List.of(Map.of("client_id", registered.<String>path("client_id"))),
                    Database.query(reader, since.formatted(registered.path("client_id"), other.path("client_id"))));
        }
    }

    @Test
    void afterwardsItsTokenIsLikeAnUnknownOne() {
        Response registered = register(machineClient());
        Response unknown = request("rat_x").get(pathOf(registered));
        delete(registered).then().statusCode(204);

        for (Response refused : List.of(read(registered), update(registered, machineClient()), delete(registered))) {
            assertEquals(401, refused.statusCode());
            assertEquals(unknown.asString(), refused.asString());
            assertEquals(unknown.headers().asList(), refused.headers().asList());
        }
    }

    @Test
    void theTrailOutlivesTheClient() throws SQLException {
        Response registered = register(machineClient());
        delete(registered).then().statusCode(204);
        delete(registered).then().statusCode(401);

        try (Connection owner = Database.asOwner()) {
            List<Map<String, Object>> trail = Database.query(
                    owner,
                    "select event, actor_kind from registrar.audit_event where client_id = '%s' order by occurred_at, event desc"
                            .formatted(registered.<String>path("client_id")));
            assertEquals(
                    List.of("client.registered", "client.deleted"),
                    trail.stream().map(it -> it.get("event")).toList());
            assertEquals("registration_access_token", trail.get(1).get("actor_kind"));
        }
    }

    @Test
    void aDeletionHasNoBody() {
        Response registered = register(machineClient());

        request(registered.path("registration_access_token"))
                .body("{}")
                .delete(pathOf(registered))
                .then()
                .statusCode(400)
                .header("WWW-Authenticate", (String) null)
                .body("error", is("invalid_request"));

        read(registered).then().statusCode(200);
    }

    @Test
    void theCredentialComesBeforeTheBody() {
        Response registered = register(machineClient());

        request("rat_x").body("{}").delete(pathOf(registered)).then().statusCode(401);
        anonymous()
                .delete(pathOf(registered))
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"dcr\"" + CHALLENGE_END)
                .body(is(emptyString()));
    }

    @Test
    void noOtherTokenDeletesTheClient() {
        Response one = register(machineClient());
        Response other = register(machineClient());

        for (String token : List.of(
                other.<String>path("registration_access_token"),
                TestIssuer.ofThisTest().registrationToken(),
                one.<String>path("registration_access_token") + "x")) {
            request(token).delete(pathOf(one)).then().statusCode(401).body("error", is("invalid_token"));
        }

        read(one).then().statusCode(200);
        read(other).then().statusCode(200);
    }

    @Test
    void aProtectedClientIsUpdatedAndNotDeleted() throws SQLException {
        Response registered = register(machineClient());
        try (Connection database = Database.aroundTheTrail()) {
            Database.execute(
                    database,
                    "update client set protected = true where client_id = '%s'"
                            .formatted(registered.<String>path("client_id")));
        }

        delete(registered)
                .then()
                .statusCode(403)
                .header(
                        "WWW-Authenticate",
                        "Bearer realm=\"dcr\", error=\"insufficient_scope\","
                                + " error_description=\"An operator protected this client from deletion\""
                                + CHALLENGE_END)
                .body("error", is("insufficient_scope"));
        update(registered, machineClient().name("after")).then().statusCode(200).body("client_name", is("after"));
    }

    private static List<Map<String, Object>> rowsOf(String table, String column, Response registered)
            throws SQLException {
        try (Connection service = Database.asService()) {
            return Database.query(
                    service,
                    "select id from %s where %s = '%s'".formatted(table, column, registered.<String>path("client_id")));
        }
    }
}
