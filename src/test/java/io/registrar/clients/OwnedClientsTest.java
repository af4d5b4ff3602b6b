package io.registrar.clients;

import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.Registrar;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.registrar.testing.TestToken;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller registered is its to see and to delete; only operators reach all. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class OwnedClientsTest {

    private static final String OPERATOR_SCOPE = "IdentityServer.Configuration.Operator";

    @Test
    void aClientIsShownWithWhereItComesFromAndWithoutSecrets() {
        TestToken caller = somebody();
        Response registered = register(caller);

        Response shown = request(caller.serialize()).get(pathOf(registered));

        shown.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("ETag", registered.header("ETag"))
                .body("client_id", is(registered.<String>path("client_id")))
                .body("metadata.grant_types", is(List.of("client_credentials")))
                .body("registered_by.kind", is("access_token"))
                .body("registered_by.issuer", is(TestIssuer.ofThisTest().url()))
                .body("registered_by.subject", is(caller.claims().get("sub")))
                .body("registered_by.client_id", is("ci-pipeline"))
                .body("registered_by.token_id", is(caller.claims().get("jti")))
                .body("policy", is("default"))
                .body("enabled", is(true))
                .body("protected", is(false))
                .body("version", is(1))
                .body("created_at", is(registered.<Integer>path("client_id_issued_at")))
                .body("$", not(hasKey("expires_at")));
        assertFalse(shown.asString().contains(registered.<String>path("client_secret")));
        assertFalse(shown.asString().contains("rat_"));
    }

    @Test
    void theListHoldsTheCallersOwnClientsNewestFirst() {
        TestToken caller = somebody();
        List<String> own = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            own.add(0, register(caller).path("client_id"));
            register(somebody());
        }

        List<String> listed = new ArrayList<>();
        Response page = request(caller.serialize()).get("/clients?limit=2");
        while (true) {
            page.then().statusCode(200);
            listed.addAll(page.path("clients.client_id"));
            if (page.path("next") == null) {
                break;
            }
            page = request(caller.serialize()).get("/clients?limit=2&after=" + page.<Object>path("next"));
        }

        assertEquals(own, listed);
    }

    @Test
    void aPageBeginsAfterTheOneBeforeWhateverCameAndWentMeanwhile() {
        TestToken caller = somebody();
        List<String> own = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            own.add(0, register(caller).path("client_id"));
        }
        Response first = request(caller.serialize()).get("/clients?limit=2");
        first.then().body("clients.client_id", is(own.subList(0, 2)));

        register(caller);
        request(caller.serialize()).delete("/clients/" + own.get(1)).then().statusCode(204);

        request(caller.serialize())
                .get("/clients?limit=2&after=" + first.path("next"))
                .then()
                .statusCode(200)
                .body("clients.client_id", is(own.subList(2, 4)))
                .body("next", nullValue());
    }

    @Test
    void anOperatorsListHoldsAll() {
        String one = register(somebody()).path("client_id");
        String other = register(somebody()).path("client_id");

        List<String> listed =
                request(operator().serialize()).get("/clients?limit=2").path("clients.client_id");

        assertEquals(List.of(other, one), listed);
    }

    @ParameterizedTest
    @CsvSource({"sub, another", "sub,", "client_id, another", "client_id,"})
    void whatAnotherCallerRegisteredIsNotThere(String claim, String value) {
        TestToken caller = somebody();
        Response registered = register(caller);
        TestToken other = caller.claim(claim, value);
        Response nobody = request(other.serialize()).get("/clients/nobody");

        for (Response refused : List.of(
                request(other.serialize()).get(pathOf(registered)),
                request(other.serialize()).delete(pathOf(registered)))) {
            assertEquals(404, refused.statusCode());
            assertEquals(nobody.asString(), refused.asString());
        }
        request(other.serialize())
                .get("/clients?limit=200")
                .then()
                .statusCode(200)
                .body("clients.client_id", not(hasItem(registered.<String>path("client_id"))));
        read(registered).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({",", "'',", ",''", "'',''", "' ',"})
    void callersWithoutANameSeeNothing(String subject, String clientId) {
        TestToken nameless = somebody().claim("sub", subject).claim("client_id", clientId);
        Response registered = register(nameless);

        request(nameless.serialize()).get("/clients").then().statusCode(200).body("clients", emptyIterable());
        request(nameless.serialize()).get(pathOf(registered)).then().statusCode(404);
        request(nameless.serialize()).delete(pathOf(registered)).then().statusCode(404);
        request(operator().serialize()).get(pathOf(registered)).then().statusCode(200);
    }

    @Test
    void theOwnerDeletesAndTheTrailSaysWho() throws SQLException {
        TestToken caller = somebody();
        Response registered = register(caller);

        request(caller.serialize())
                .delete(pathOf(registered))
                .then()
                .statusCode(204)
                .body(is(emptyString()));

        read(registered).then().statusCode(401);
        request(caller.serialize()).get(pathOf(registered)).then().statusCode(404);
        request(caller.serialize()).delete(pathOf(registered)).then().statusCode(404);
        try (Connection owner = Database.asOwner()) {
            assertEquals(
                    List.of(Map.of(
                            "actor_kind",
                            "access_token",
                            "actor_subject",
                            caller.claims().get("sub"))),
                    Database.query(owner, """
                            select actor_kind, actor_subject from registrar.audit_event
                            where event = 'client.deleted' and client_id = '%s'
                            """.formatted(registered.<String>path("client_id"))));
        }
    }

    @Test
    void anOperatorDeletesWhatAnybodyRegistered() {
        Response registered = register(somebody());

        request(operator().serialize()).delete(pathOf(registered)).then().statusCode(204);

        read(registered).then().statusCode(401);
    }

    @Test
    void aProtectedClientStays() throws SQLException {
        TestToken caller = somebody();
        Response registered = register(caller);
        try (Connection database = Database.aroundTheTrail()) {
            Database.execute(
                    database,
                    "update client set protected = true where client_id = '%s'"
                            .formatted(registered.<String>path("client_id")));
        }

        request(caller.serialize()).delete(pathOf(registered)).then().statusCode(403);

        read(registered).then().statusCode(200);
    }

    @Test
    void ifMatchIsHonoured() {
        TestToken caller = somebody();
        Response registered = register(caller);

        request(caller.serialize())
                .header("If-Match", "\"7\"")
                .delete(pathOf(registered))
                .then()
                .statusCode(412);
        request(caller.serialize())
                .header("If-Match", registered.header("ETag"))
                .delete(pathOf(registered))
                .then()
                .statusCode(204);
    }

    @Test
    void withoutAScopeForItNothingIsShown() {
        TestToken caller = somebody();
        Response registered = register(caller);
        String unscoped = caller.claim("scope", "openid").serialize();

        for (Response refused : List.of(
                request(unscoped).get("/clients"),
                request(unscoped).get(pathOf(registered)),
                request(unscoped).delete(pathOf(registered)))) {
            refused.then().statusCode(403).body("error", is("insufficient_scope"));
        }
    }

    @Test
    void aClientsOwnTokenIsNotTakenHere() {
        Response registered = register(somebody());
        String own = registered.path("registration_access_token");

        for (Response refused : List.of(
                request(own).get("/clients"),
                request(own).get(pathOf(registered)),
                request(own).delete(pathOf(registered)))) {
            refused.then().statusCode(401).body("error", is("invalid_token"));
        }
        anonymous().get("/clients").then().statusCode(401).body(is(emptyString()));
        read(registered).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void theListCanBeReadOnly(String method) {
        anonymous().request(method, "/clients").then().statusCode(405).header("Allow", "GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clientsx", "/clients/", "/clients/a/b", "/clients/a/registration-access-token/b"})
    void nothingElseIsThere(String path) {
        Response answer = anonymous().get(path);

        assertTrue(answer.statusCode() == 404, answer::asString);
    }

    private static TestToken somebody() {
        return TestIssuer.ofThisTest().token().claim("sub", UUID.randomUUID().toString());
    }

    private static TestToken operator() {
        return somebody().claim("scope", OPERATOR_SCOPE);
    }

    private static Response register(TestToken caller) {
        return request(caller.serialize()).body(machineClient().members()).post(Registrar.ENDPOINT);
    }

    private static String pathOf(Response registered) {
        return "/clients/" + registered.<String>path("client_id");
    }
}
