package io.registrar.access.issuer;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.POLICY;
import static io.registrar.testing.Registrar.VALIDATION;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.reissuePathOf;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static io.registrar.testing.Registrar.webClient;
import static io.registrar.testing.TestToken.REGISTRATION_SCOPE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.CiIssuer;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.registrar.testing.TestToken;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Issuers whose tokens choose a registration policy: who leaves out what chooses one has none, or the one for the rest. */
@QuarkusTest
@TestProfile(PolicyChoiceTest.Choosing.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class PolicyChoiceTest {

    private static final String OPERATOR_SCOPE = "IdentityServer.Configuration.Operator";
    private static final String CI_SCOPE = REGISTRATION_SCOPE + " registrar.ci";

    public static final class Choosing implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("registrar.access.credentials", "access-token,initial-access-token,open"),
                    Map.entry("registrar.access.open-policy", "rest"),
                    Map.entry("registrar.access.policies[0].scope", "registrar.ci"),
                    Map.entry("registrar.access.policies[0].policy", "ci"),
                    Map.entry("registrar.access.policies[1].claims.department", "platform-*"),
                    Map.entry("registrar.access.policies[1].policy", "portal"),
                    Map.entry("registrar.access.issuers.further.policies[0].scope", "registrar.ci"),
                    Map.entry("registrar.access.issuers.further.policies[0].policy", "ci"),
                    Map.entry("registrar.access.issuers.further.fallback-policy", "rest"),
                    Map.entry("registrar.policies.portal.grant-types", "authorization_code"),
                    Map.entry("registrar.policies.rest.grant-types", "client_credentials"),
                    Map.entry("registrar.policies.rest.scopes", "rest.*"));
        }
    }

    static Stream<Arguments> chosenByNothing() {
        return Stream.of(
                with("the registration scope alone", token -> token),
                with("the scope in capitals", token -> token.claim("scope", REGISTRATION_SCOPE + " Registrar.CI")),
                with("a longer scope", token -> token.claim("scope", REGISTRATION_SCOPE + " registrar.ci.more")),
                with(
                        "the scope in pieces",
                        token -> token.claim("scope", List.of(REGISTRATION_SCOPE, "registrar", "ci"))),
                with("the scope in another claim", token -> token.claim("scp", CI_SCOPE)),
                with("the scope as a role", token -> token.claim("roles", List.of("registrar.ci"))),
                with("another department", token -> token.claim("department", "sales")),
                with("a longer department", token -> token.claim("department", "platform-a/b")),
                with("departments in a list", token -> token.claim("department", List.of("platform-a"))),
                with("a department in an object", token -> token.claim("department", Map.of("name", "platform-a"))),
                with("a number as department", token -> token.claim("department", 7)),
                with("true as department", token -> token.claim("department", true)),
                with("the claim in capitals", token -> token.claim("Department", "platform-a")),
                with(
                        "the operators' scope, too",
                        token -> token.claim("scope", REGISTRATION_SCOPE + " " + OPERATOR_SCOPE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chosenByNothing")
    void whoAsksForLessRegistersNothing(String what, UnaryOperator<TestToken> change) throws SQLException {
        TestToken caller = change.apply(somebody());

        for (Response refused : List.of(
                post(caller), request(caller.serialize()).body("{").post(ENDPOINT), validate(caller), policy(caller))) {
            refused.then()
                    .statusCode(403)
                    .header("WWW-Authenticate", nullValue())
                    .header("Cache-Control", "no-store")
                    .body("error", is("access_denied"))
                    .body("error_description", startsWith("There is no policy for this caller; "));
        }
        try (Connection owner = Database.asOwner()) {
            assertEquals(
                    List.of(),
                    Database.query(
                            owner,
                            "select client_id from registrar.client where owner_subject = '"
                                    + caller.claims().get("sub") + "'"));
        }
    }

    @Test
    void whoHasNoPolicyIsInTheTrailByName() throws Exception {
        TestToken caller = somebody();

        post(caller).then().statusCode(403);

        assertEquals(
                Map.of("outcome", "access_denied", "actor_kind", "access_token", "without_policy", true),
                Database.eventually("""
                        select outcome, actor_kind, actor_policy is null as without_policy
                        from registrar.audit_event where event = 'request.refused' and actor_subject = '%s'
                        """.formatted(caller.claims().get("sub"))));
    }

    static Stream<Arguments> chosen() {
        return Stream.of(
                choice("a scope", token -> token.claim("scope", CI_SCOPE), "ci"),
                choice("a scope in a list", token -> token.claim("scope", List.of(CI_SCOPE.split(" "))), "ci"),
                choice("a claim", token -> token.claim("department", "platform-a"), "portal"),
                choice("both", token -> token.claim("scope", CI_SCOPE).claim("department", "platform-a"), "ci"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("chosen")
    void theFirstChoiceThatFitsIsThePolicy(String what, UnaryOperator<TestToken> change, String policy) {
        policy(change.apply(somebody())).then().statusCode(200).body("policy", is(policy));
    }

    @Test
    void whoHasNeitherScopeNorPolicyIsToldOfTheScope() {
        post(somebody().claim("scope", "openid")).then().statusCode(403).body("error", is("insufficient_scope"));
    }

    @Test
    void anIssuerMaySayWhoseTheRestIs() {
        TestToken further = TestIssuer.further().token();

        policy(further).then().statusCode(200).body("policy", is("rest"));
        policy(further.claim("scope", CI_SCOPE)).then().statusCode(200).body("policy", is("ci"));
        request(further.serialize())
                .body(machineClient().scope("admin").members())
                .post(ENDPOINT)
                .then()
                .statusCode(400)
                .body(
                        "error_description",
                        is("scope: names a scope that is not allowed by the policy rest; use only: rest.*"));
    }

    /** Conditions stand for the registration scope: without one there is nobody to have a policy. */
    @Test
    void aJobThatMeetsNoConditionStaysOutside() {
        post(CiIssuer.GITHUB.token().claim("environment", null))
                .then()
                .statusCode(403)
                .body("error", is("insufficient_scope"));
        policy(CiIssuer.GITHUB.token()).then().statusCode(200).body("policy", is("ci"));
    }

    @Test
    void whoHasNoPolicyManagesWhatItRegistered() {
        TestToken caller = somebody();
        Response registered = post(caller.claim("scope", CI_SCOPE));
        registered.then().statusCode(201);
        String path = "/clients/" + registered.<String>path("client_id");

        request(caller.serialize())
                .get("/clients")
                .then()
                .statusCode(200)
                .body("clients.client_id", contains(registered.<String>path("client_id")));
        request(caller.serialize()).get(path).then().statusCode(200).body("policy", is("ci"));
        request(caller.serialize()).post(reissuePathOf(registered)).then().statusCode(200);
        request(caller.serialize()).delete(path).then().statusCode(204);
    }

    @Test
    void aClientIsJudgedByThePolicyThatItWasRegisteredUnder() {
        Response registered = post(somebody().claim("scope", CI_SCOPE));

        read(registered).then().statusCode(200);
        update(registered, machineClient().name("Renamed")).then().statusCode(200);
        update(registered, webClient())
                .then()
                .statusCode(400)
                .body(
                        "error_description",
                        is("grant_types[0]: not allowed by the policy ci; use one of: client_credentials"));
    }

    @Test
    void operatorsNeedNoPolicyAndWhatTheyHandOutHasItsOwn() {
        TestToken operator = somebody().claim("scope", OPERATOR_SCOPE);
        Response registered = post(somebody().claim("scope", CI_SCOPE));

        request(operator.serialize()).get("/clients?limit=1").then().statusCode(200);
        request(operator.serialize()).post(reissuePathOf(registered)).then().statusCode(200);
        String handedOut = request(operator.serialize())
                .body(Map.of("policy", "portal", "max_uses", 1))
                .post("/initial-access-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("initial_access_token");
        request(handedOut).get(POLICY).then().statusCode(200).body("policy", is("portal"));
        request(handedOut)
                .body(webClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(201)
                .body("client_id", not(nullValue()));
    }

    @Test
    void whoSaysNothingHasThePolicyOfOpenRegistration() {
        anonymous().get(POLICY).then().statusCode(200).body("policy", is("rest"));
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD"})
    void whatMayBeRegisteredIsNotToldToWhoMayNothing(String method) {
        request(somebody().serialize()).request(method, POLICY).then().statusCode(403);
    }

    private static TestToken somebody() {
        return TestIssuer.ofThisTest().token().claim("sub", UUID.randomUUID().toString());
    }

    private static Response post(TestToken token) {
        return request(token.serialize()).body(machineClient().members()).post(ENDPOINT);
    }

    private static Response validate(TestToken token) {
        return request(token.serialize()).body(machineClient().members()).post(VALIDATION);
    }

    private static Response policy(TestToken token) {
        return request(token.serialize()).get(POLICY);
    }

    private static Arguments with(String what, UnaryOperator<TestToken> change) {
        return arguments(what, change);
    }

    private static Arguments choice(String what, UnaryOperator<TestToken> change, String policy) {
        return arguments(what, change, policy);
    }
}
