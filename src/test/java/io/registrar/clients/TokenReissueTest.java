package io.registrar.clients;

import static io.registrar.testing.Registrar.CHALLENGE_END;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.reissuePathOf;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that lost its registration access token gets another through its owner or an operator. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class TokenReissueTest {

    private static final String OPERATOR_SCOPE = "IdentityServer.Configuration.Operator";

    @Test
    void theOwnerGetsTheRegistrationWithAnotherToken() {
        Response registered = register(machineClient().name("Demo"));

        Response reissued = reissue(registered, token());

        reissued.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("ETag", registered.header("ETag"))
                .body("client_id", is(registered.<String>path("client_id")))
                .body("client_name", is("Demo"))
                .body("registration_access_token", matchesPattern("rat_[A-Za-z0-9_-]{43}"))
                .body("$", not(hasKey("client_secret")));
        assertNotEquals(
                registered.<String>path("registration_access_token"), reissued.path("registration_access_token"));
        read(reissued).then().statusCode(200);
    }

    @Test
    void theLostOneEndsAtOnce() {
        Response registered = register(machineClient());

        reissue(registered, token()).then().statusCode(200);

        read(registered).then().statusCode(401).body("error", is("invalid_token"));
    }

    @Test
    void anOperatorReachesAllClients() {
        Response registered = register(machineClient());

        reissue(
                        registered,
                        token().claim("sub", "somebody")
                                .claim("client_id", "console")
                                .claim("scope", OPERATOR_SCOPE))
                .then()
                .statusCode(200);
        reissue(registered, token().claim("sub", null).claim("client_id", null).claim("scope", OPERATOR_SCOPE))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"sub, somebody", "sub,", "client_id, another-pipeline", "client_id,"})
    void whatAnotherCallerRegisteredIsNotThere(String claim, String value) {
        Response registered = register(machineClient());
        Response nobody = request(token().serialize()).post("/clients/nobody/registration-access-token");

        Response refused = reissue(registered, token().claim(claim, value));

        refused.then().statusCode(404).body("error", is("invalid_request"));
        assertEquals(nobody.asString(), refused.asString());
        read(registered).then().statusCode(200);
    }

    @Test
    void callersWithoutANameOwnNothing() {
        TestToken nameless = token().claim("sub", null).claim("client_id", null);
        Response registered =
                request(nameless.serialize()).body(machineClient().members()).post(Registrar.ENDPOINT);

        registered.then().statusCode(201);
        reissue(registered, nameless).then().statusCode(404);
        read(registered).then().statusCode(200);
    }

    @Test
    void whatANewTokenOfTheSameCallerAsksForIsItsOwnStill() {
        Response registered = register(machineClient());

        reissue(registered, token().claim("jti", "another").claim("scope", "openid IdentityServer.Configuration"))
                .then()
                .statusCode(200);
    }

    @Test
    void withoutEitherScopeItIsRefused() {
        Response registered = register(machineClient());

        reissue(registered, token().claim("scope", "openid"))
                .then()
                .statusCode(403)
                .header(
                        "WWW-Authenticate",
                        "Bearer realm=\"dcr\", error=\"insufficient_scope\", scope=\"IdentityServer.Configuration\""
                                + CHALLENGE_END)
                .body("error", is("insufficient_scope"));
    }

    @Test
    void onlyAccessTokensAreTaken() {
        Response registered = register(machineClient());

        request(registered.path("registration_access_token"))
                .post(reissuePathOf(registered))
                .then()
                .statusCode(401)
                .body("error", is("invalid_token"));
        anonymous().post(reissuePathOf(registered)).then().statusCode(401).body(is(emptyString()));
        read(registered).then().statusCode(200);
    }

    @Test
    void aBodyIsRefused() {
        Response registered = register(machineClient());

        request(token().serialize())
                .body("{}")
                .post(reissuePathOf(registered))
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"));
        read(registered).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void noOtherMethodIsThere(String method) {
        anonymous()
                .request(method, "/clients/nobody/registration-access-token")
                .then()
                .statusCode(405)
                .header("Allow", "POST");
    }

    @Test
    void aDisabledClientGetsOneAndAnEndedOneDoesNot() throws SQLException {
        Response disabled = register(machineClient());
        Response ended = register(machineClient());
        try (Connection database = Database.aroundTheTrail()) {
            Database.execute(
                    database,
                    "update client set enabled = false where client_id = '%s'"
                            .formatted(disabled.<String>path("client_id")));
            Database.execute(
                    database,
                    "update client set expires_at = now() where client_id = '%s'"
                            .formatted(ended.<String>path("client_id")));
        }

        reissue(disabled, token()).then().statusCode(200);
        reissue(ended, token()).then().statusCode(404);
    }

    @Test
    void theTrailSaysWhoDidIt() throws SQLException {
        Response registered = register(machineClient());

        reissue(registered, token().claim("sub", "ops").claim("jti", "j-1").claim("scope", OPERATOR_SCOPE));

        try (Connection owner = Database.asOwner()) {
            assertEquals(
                    List.of(Map.of(
                            "outcome",
                            "success",
                            "actor_kind",
                            "access_token",
                            "actor_subject",
                            "ops",
                            "actor_token_id",
                            "j-1")),
                    Database.query(owner, """
                            select outcome, actor_kind, actor_subject, actor_token_id from registrar.audit_event
                            where event = 'token.reissued' and client_id = '%s'
                            """.formatted(registered.<String>path("client_id"))));
        }
    }

    private static TestToken token() {
        return TestIssuer.ofThisTest().token();
    }

    private static Response reissue(Response registered, TestToken token) {
        return request(token.serialize()).post(reissuePathOf(registered));
    }
}
