package io.registrar.initialaccess;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.VALIDATION;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that operators hand out for registering (metadata reference, E.1). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class InitialAccessTokenTest {

    private static final String TOKENS = "/initial-access-tokens";

    @Test
    void anIssuedTokenIsShownOnceWithWhatItAllows() {
        Response issued =
                issue("{\"label\":\"Partner portal\",\"max_uses\":3,\"expires_in\":3600,\"tenant\":\"north\"}");

        issued.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("initial_access_token", matchesPattern("iat_[A-Za-z0-9_-]{43}"))
                .body("id", matchesPattern("[A-Za-z0-9_-]{22}"))
                .body("label", is("Partner portal"))
                .body("policy", is("default"))
                .body("tenant", is("north"))
                .body("max_uses", is(3))
                .body("uses", is(0))
                .body("issued_by.subject", is("operator"))
                .body("$", not(hasKey("revoked_at")));
        assertEquals(3600, issued.<Integer>path("expires_at") - issued.<Integer>path("issued_at"));
        operator()
                .get(TOKENS + "/" + issued.path("id"))
                .then()
                .statusCode(200)
                .body("label", is("Partner portal"))
                .body("$", not(hasKey("initial_access_token")));
    }

    @Test
    void whatIsNotSaidIsOneUseForADay() {
        Response issued = issue("{}");

        issued.then().statusCode(201).body("max_uses", is(1)).body("label", is(""));
        assertEquals(86_400, issued.<Integer>path("expires_at") - issued.<Integer>path("issued_at"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"max_uses\":0} | max_uses",
                "{\"max_uses\":10001} | max_uses",
                "{\"max_uses\":1.5} | max_uses",
                "{\"max_uses\":\"1\"} | max_uses",
                "{\"expires_in\":59} | expires_in",
                "{\"expires_in\":2592001} | expires_in",
                "{\"expires_in\":99999999999999999999} | expires_in",
                "{\"not_before\":-1} | not_before",
                "{\"not_before\":253402300799} | not_before",
                "{\"label\":5} | label",
                "{\"label\":\"paid \u202egnp\"} | label",
                "{\"label\":\"a\\nb\"} | label",
                "{\"policy\":\"nobody-knows-it\"} | policy",
                "{\"policy\":\"\"} | policy",
                "{\"tenant\":[]} | tenant",
                "{\"limits\":\"none\"} | limits"
            })
    void whatCannotBeIsRefusedWithTheMembersName(String body, String member) {
        issue(body)
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"))
                .body("error_field", is(member))
                .body("violations[0].pointer", is("/" + member));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"max_use\":5}", "{\"Policy\":\"default\"}", "{\"label\":\"a\",\"label\":\"b\"}", "[]", "", "{"
            })
    void aMemberThatIsNotKnownIsRefusedAndSoIsWhatIsNoObject(String body) {
        issue(body).then().statusCode(400).body("error", is("invalid_request"));
    }

    @Test
    void itRegistersAsOftenAsItSaysAndNoMore() {
        Response issued = issue("{\"max_uses\":2}");

        registerWith(issued).then().statusCode(201).body("client_secret", notNullValue());
        registerWith(issued).then().statusCode(201);
        Response third = registerWith(issued);

        assertInvalidToken(third);
        operator().get(TOKENS + "/" + issued.path("id")).then().body("uses", is(2));
    }

    @Test
    void aRefusedRegistrationTakesNoUse() {
        Response issued = issue("{}");

        request(issued.path("initial_access_token"))
                .body("{\"grant_types\":[]}")
                .post(ENDPOINT)
                .then()
                .statusCode(400);
        request(issued.path("initial_access_token"))
                .body(machineClient().members())
                .post(VALIDATION)
                .then()
                .statusCode(200);

        registerWith(issued).then().statusCode(201);
        assertInvalidToken(registerWith(issued));
    }

    @Test
    void usedUpEndedRevokedEarlyAndUnknownTokensGetOneAndTheSameAnswer() throws SQLException {
        Response usedUp = issue("{}");
        registerWith(usedUp).then().statusCode(201);
        Response ended = issue("{}");
        try (Connection owner = Database.asOwner()) {
            Database.execute(
                    owner,
                    "update registrar.initial_access_token set expires_at = now() where id = '%s'"
                            .formatted(ended.<String>path("id")));
        }
        Response revoked = issue("{}");
        operator().delete(TOKENS + "/" + revoked.path("id")).then().statusCode(204);
        Response early = issue("{\"not_before\":%d}".formatted(System.currentTimeMillis() / 1000 + 60));

        for (Response token : List.of(usedUp, ended, revoked, early)) {
            assertInvalidToken(registerWith(token));
        }
        assertInvalidToken(
                request("iat_" + "x".repeat(43)).body(machineClient().members()).post(ENDPOINT));
    }

    @Test
    void aRevokedTokenStaysOnTheListAndItsClientsStay() {
        Response issued = issue("{\"max_uses\":5}");
        Response client = registerWith(issued);

        operator().delete(TOKENS + "/" + issued.path("id")).then().statusCode(204);
        operator().delete(TOKENS + "/" + issued.path("id")).then().statusCode(204);

        operator()
                .get(TOKENS + "/" + issued.path("id"))
                .then()
                .statusCode(200)
                .body("revoked_at", notNullValue())
                .body("uses", is(1));
        read(client).then().statusCode(200);
    }

    @Test
    void anUnknownOneIsNotThere() {
        operator().get(TOKENS + "/nobody").then().statusCode(404).body("error", is("invalid_request"));
        operator().delete(TOKENS + "/nobody").then().statusCode(404);
    }

    @Test
    void theListComesInPages() {
        List<String> issued = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            issued.add(0, issue("{}").path("id"));
        }

        Response first = operator().get(TOKENS + "?limit=2");
        first.then().statusCode(200).body("initial_access_tokens.id", contains(issued.get(0), issued.get(1)));
        Response second = operator().get(TOKENS + "?limit=2&after=" + first.<Object>path("next"));
        second.then().statusCode(200).body("initial_access_tokens.id", contains(issued.get(2), issued.get(3)));
        assertTrue(!second.asString().contains("iat_"), second::asString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=-1",
                "limit=1&limit=2",
                "after=",
                "after=-1",
                "after=3",
                "after=AAAA",
                "after=%21",
                "after=b25jZSBtb3Jl",
                // Moments that no database knows: the years 294277 and -4714.
                "after=KzI5NDI3Ny0wMS0wMVQwMDowMDowMFogeA",
                "after=LTQ3MTQtMDEtMDFUMDA6MDA6MDBaIHg"
            })
    void anotherPageThanThereCanBeIsRefused(String query) {
        operator().get(TOKENS + "?" + query).then().statusCode(400).body("error", is("invalid_request"));
    }

    @Test
    void onlyOperatorsMayAskForThem() {
        String challenge = "Bearer realm=\"dcr\", error=\"insufficient_scope\","
                + " scope=\"IdentityServer.Configuration.Operator\"";
        Response issued = issue("{}");

        for (Response refused : List.of(
                request(TestIssuer.ofThisTest().registrationToken()).body("{}").post(TOKENS),
                request(TestIssuer.ofThisTest().registrationToken()).get(TOKENS),
                request(TestIssuer.ofThisTest().registrationToken()).get(TOKENS + "/" + issued.path("id")),
                request(TestIssuer.ofThisTest().registrationToken()).delete(TOKENS + "/" + issued.path("id")))) {
            assertEquals(403, refused.statusCode());
            assertTrue(refused.header("WWW-Authenticate").startsWith(challenge), refused.header("WWW-Authenticate"));
        }
        assertInvalidToken(
                request(issued.path("initial_access_token")).body("{}").post(TOKENS));
        anonymous().body("{}").post(TOKENS).then().statusCode(401).body(is(emptyString()));
        registerWith(issued).then().statusCode(201);
    }

    @Test
    void itIsGoodForRegisteringOnly() {
        Response issued = issue("{\"max_uses\":5}");
        String token = issued.path("initial_access_token");
        Response client = registerWith(issued);

        assertInvalidToken(request(token).get(ENDPOINT + "/" + client.path("client_id")));
        assertInvalidToken(request(token).get("/clients"));
        assertInvalidToken(request(token).delete("/clients/" + client.path("client_id")));
        read(client).then().statusCode(200);
    }

    @Test
    void theStoreAndTheTrailSayWhichTokenItWas() throws SQLException {
        Response issued = issue("{\"tenant\":\"north\"}");
        Response client = registerWith(issued);

        try (Connection owner = Database.asOwner()) {
            String id = issued.path("id");
            assertEquals(
                    List.of(Map.of(
                            "owner_kind",
                            "initial_access_token",
                            "owner_subject",
                            id,
                            "owner_token_id",
                            id,
                            "policy",
                            "default",
                            "tenant",
                            "north",
                            "trust_tier",
                            "authenticated")),
                    Database.query(owner, """
                            select owner_kind, owner_subject, owner_token_id, policy, tenant, trust_tier
                            from registrar.client where client_id = '%s'
                            """.formatted(client.<String>path("client_id"))));
            assertEquals(
                    List.of(Map.of("event", "iat.issued", "actor_subject", "operator")),
                    Database.query(owner, """
                            select event, actor_subject from registrar.audit_event where initial_access_token = '%s'
                            """.formatted(id)));
            assertEquals(
                    List.of(Map.of(
                            "actor_kind", "initial_access_token", "actor_token_id", id, "actor_policy", "default")),
                    Database.query(owner, """
                            select actor_kind, actor_token_id, actor_policy from registrar.audit_event
                            where event = 'client.registered' and client_id = '%s'
                            """.formatted(client.<String>path("client_id"))));
        }
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return request(TestIssuer.ofThisTest()
                .token()
                .claim("sub", "operator")
                .claim("scope", "IdentityServer.Configuration.Operator")
                .serialize());
    }

    private static Response issue(String body) {
        return operator().body(body).post(TOKENS);
    }

    private static Response registerWith(Response issued) {
        return request(issued.path("initial_access_token"))
                .body(machineClient().members())
                .post(ENDPOINT);
    }

    private static void assertInvalidToken(Response refused) {
        refused.then()
                .statusCode(401)
                .body(is("{\"error\":\"invalid_token\",\"error_description\":\"The access token is not valid\"}"));
    }
}
