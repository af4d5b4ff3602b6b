package io.registrar.initialaccess;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.POLICY;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.AtOnce;
import io.registrar.testing.Registrar.Metadata;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an initial access token allows stays with what is registered with it (metadata reference, E.1 and D.3). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@TestProfile(InitialAccessTokenBoundsTest.Bounded.class)
class InitialAccessTokenBoundsTest {

    private static final String TOKENS = "/initial-access-tokens";

    public static final class Bounded implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.policies.partner.grant-types",
                    "client_credentials",
                    "registrar.policies.partner.scopes",
                    "orders.read,orders.write",
                    "registrar.policies.partner.quota",
                    "2");
        }
    }

    @Test
    void thePolicyOfATokenBindsRegistrationAndUpdate() {
        Response issued = issue("{\"policy\":\"partner\",\"max_uses\":5}");

        register(issued, machineClient().scope("accounts.read"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_client_metadata"))
                .body("error_field", is("scope"))
                .body("error_description", containsString("policy partner"));
        Response client = register(issued, machineClient().scope("orders.read"));
        client.then().statusCode(201);
        update(client, machineClient().scope("accounts.read"))
                .then()
                .statusCode(400)
                .body("error_field", is("scope"));
        update(client, machineClient().scope("orders.write")).then().statusCode(200);
    }

    @Test
    void theLimitsOfATokenNarrowItsPolicyForGood() {
        Response issued = issue(
                "{\"policy\":\"partner\",\"max_uses\":5,\"limits\":{\"scopes\":[\"orders.read\",\"accounts.read\"]}}");
        issued.then().statusCode(201).body("limits.scopes", contains("orders.read", "accounts.read"));

        Response client = register(issued, machineClient().scope("orders.read"));
        client.then().statusCode(201);
        for (String beyond : List.of("orders.write", "accounts.read")) {
            register(issued, machineClient().scope(beyond))
                    .then()
                    .statusCode(400)
                    .body("error_field", is("scope"));
            update(client, machineClient().scope(beyond)).then().statusCode(400).body("error_field", is("scope"));
        }
        read(client).then().statusCode(200).body("scope", is("orders.read"));
    }

    @Test
    void theHolderIsToldWhatItMayRegister() {
        Response issued = issue("{\"policy\":\"partner\",\"limits\":{\"scopes\":[\"orders.read\"]}}");

        request(issued.path("initial_access_token"))
                .get(POLICY)
                .then()
                .statusCode(200)
                .body("policy", is("partner"))
                .body("grant_types", contains("client_credentials"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scope\":[\"a\"]} | /limits",
                "{\"scopes\":\"a\"} | /limits/scopes",
                "{\"grant_types\":[\"nonsense\"]} | /limits/grant_types",
                "{\"quota\":0} | /limits/quota"
            })
    void limitsThatCannotBeMeantAreRefused(String limits, String pointer) {
        Response refused = issue("{\"limits\":" + limits + "}");

        refused.then().statusCode(400).body("error", is("invalid_request")).body("error_field", is("limits"));
        String found = refused.path("violations[0].pointer");
        assertTrue(found.startsWith(pointer), found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"grant_types\":[\"authorization_code\"]",
                "\"scopes\":[\"accounts.*\",\"orders\"]",
                "\"fixed\":{\"grant_types\":[\"authorization_code\"]}",
                "\"fixed\":{\"scope\":\"accounts.read\"}"
            })
    void limitsThatLeaveNothingOfThePolicyAreRefused(String limits) {
        issue("{\"policy\":\"partner\",\"limits\":{" + limits + "}}")
                .then()
                .statusCode(400)
                .body("error_field", is("limits"))
                .body("error_description", containsString("leaves nothing of what the policy partner allows"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"<sent>~/\":1} | /limits",
                "{\"fixed\":{\"<sent>.x\":1}} | /limits/fixed",
                "{\"maximum\":{\"client_name#<sent>\":1}} | /limits/maximum",
                "{\"required\":[\"<sent>\"]} | /limits/required"
            })
    void namesThatAreUnknownAreNotRepeated(String limits, String pointer) {
        Response refused = issue("{\"limits\":" + limits + "}");

        refused.then().statusCode(400).body("violations[0].pointer", is(pointer));
        assertTrue(!refused.asString().contains("<sent>"), refused::asString);
    }

    @Test
    void theQuotaIsCountedForTheHolderAndFreedByADeletion() {
        Response issued = issue("{\"policy\":\"partner\",\"max_uses\":9}");
        Response other = issue("{\"policy\":\"partner\",\"max_uses\":9}");
        Response first = register(issued, machineClient());
        register(issued, machineClient()).then().statusCode(201);

        register(issued, machineClient())
                .then()
                .statusCode(403)
                .body("error", is("access_denied"))
                .body("error_description", containsString("policy partner"));
        register(other, machineClient()).then().statusCode(201);
        operator().delete("/clients/" + first.path("client_id")).then().statusCode(204);
        register(issued, machineClient()).then().statusCode(201);
        operator().get(TOKENS + "/" + issued.path("id")).then().body("uses", is(3));
    }

    @RepeatedTest(5)
    void ofManyAtOnceExactlyAsManyRegisterAsThereAreUses() throws Exception {
        Response issued = issue("{\"max_uses\":5}");

        Map<Integer, Long> statuses = AtOnce.all(
                        Stream.generate(() -> (Supplier<Response>) () -> register(issued, machineClient()))
                                .limit(32))
                .stream()
                .collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));

        assertEquals(Map.of(201, 5L, 401, 27L), statuses);
    }

    @Test
    void theUseIsCountedByTheLastStatementOfTheRegistration() throws IOException {
        Response issued = issue("{\"max_uses\":5}");
        register(issued, machineClient());

        List<String> statements = TestStore.statementsDuring(
                () -> register(issued, machineClient()).then().statusCode(201));

        String last = statements.get(statements.size() - 2);
        assertTrue(last.startsWith("update registrar.initial_access_token"), statements::toString);
        assertTrue(statements.get(statements.size() - 1).startsWith("commit"), statements::toString);
        assertEquals(
                1,
                statements.stream()
                        .filter(it -> it.startsWith("insert into registrar.audit_event"))
                        .count(),
                statements::toString);
        assertTrue(statements.stream().noneMatch(it -> it.contains("quota_lock")), statements::toString);
    }

    private static RequestSpecification operator() {
        return request(TestIssuer.ofThisTest()
                .token()
                .claim("sub", "operator")
                .claim("scope", "IdentityServer.Configuration.Operator")
                .serialize());
    }

    private static Response issue(String body) {
        return operator().body(body).post(TOKENS);
    }

    private static Response register(Response issued, Metadata metadata) {
        return request(issued.path("initial_access_token"))
                .body(metadata.members())
                .post(ENDPOINT);
    }
}
