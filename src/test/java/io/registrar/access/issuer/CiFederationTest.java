package io.registrar.access.issuer;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.reissuePathOf;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.CiIssuer;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.registrar.testing.TestToken;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's settings, and tokens of the shape that GitHub, GitLab and Kubernetes publish. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class CiFederationTest {

    private static final String KUBERNETES = "kubernetes.io";

    static Stream<Arguments> unmet() {
        return Stream.of(
                near(CiIssuer.GITHUB, "a longer repository", token -> token.claim("repository", "octo-org/octo-repo2")),
                near(CiIssuer.GITHUB, "another owner", token -> token.claim("repository", "octo-org-evil/octo-repo")),
                near(CiIssuer.GITHUB, "a pull request", token -> token.claim("ref", "refs/pull/7/merge")),
                near(CiIssuer.GITHUB, "a branch that begins the same", token -> token.claim("ref", "refs/heads/main2")),
                near(CiIssuer.GITHUB, "a tag of the branch's name", token -> token.claim("ref", "refs/tags/main")),
                near(CiIssuer.GITHUB, "no environment", token -> token.claim("environment", null)),
                near(CiIssuer.GITHUB, "environment in capitals", token -> token.claim("environment", "Production")),
                near(
                        CiIssuer.GITHUB,
                        "environment in a list",
                        token -> token.claim("environment", List.of("production"))),
                near(
                        CiIssuer.GITHUB,
                        "repository in an object",
                        token -> token.claim("repository", Map.of("name", "octo-org/octo-repo"))),
                near(CiIssuer.GITHUB, "the registration scope instead", token -> token.claim("environment", null)
                        .claim("scope", TestToken.REGISTRATION_SCOPE)),
                near(
                        CiIssuer.GITLAB,
                        "the fork's project",
                        token -> token.claim("project_path", "somebody/my-project")),
                near(CiIssuer.GITLAB, "a subgroup", token -> token.claim("project_path", "my-group/sub/my-project")),
                near(
                        CiIssuer.GITLAB,
                        "a group that begins the same",
                        token -> token.claim("project_path", "my-group2/my-project")),
                near(CiIssuer.GITLAB, "an unprotected branch", token -> token.claim("ref_protected", "false")),
                near(CiIssuer.GITLAB, "a boolean where a string is asked", token -> token.claim("ref_protected", true)),
                near(CiIssuer.GITLAB, "no environment", token -> token.claim("environment", null)),
                near(CiIssuer.CLUSTER, "another namespace", token -> token.claim(KUBERNETES, account("kube-system"))),
                near(CiIssuer.CLUSTER, "a number as namespace", token -> token.claim(KUBERNETES, account(5))),
                near(
                        CiIssuer.CLUSTER,
                        "an account that is a string",
                        token -> token.claim(
                                KUBERNETES, Map.of("namespace", "team-a", "serviceaccount", "registrar-client"))),
                near(CiIssuer.CLUSTER, "no account", token -> token.claim(KUBERNETES, Map.of("namespace", "team-a"))),
                near(
                        CiIssuer.CLUSTER,
                        "claims of a list",
                        token -> token.claim(KUBERNETES, List.of(account("team-a")))));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(CiIssuer.values())
                .flatMap(issuer -> Stream.of(
                        near(issuer, "another audience", token -> token.claim("aud", "https://other.example")),
                        near(issuer, "no audience", token -> token.claim("aud", null)),
                        near(issuer, "expired", token -> token.claim("exp", now() - 90)),
                        near(issuer, "no end", token -> token.claim("exp", null)),
                        near(issuer, "not yet valid", token -> token.claim("nbf", now() + 120)),
                        near(
                                issuer,
                                "another issuer's name",
                                token -> token.claim("iss", "https://gitlab.com.evil.example")),
                        near(issuer, "RS384", token -> token.header("alg", "RS384")),
                        near(issuer, "a logout token", token -> token.header("typ", "logout+jwt")),
                        near(issuer, "a subject that is a number", token -> token.claim("sub", 5)),
                        near(issuer, "bound to a key", token -> token.claim("cnf", Map.of("jkt", "abc")))));
    }

    @ParameterizedTest
    @EnumSource
    void aTokenOfThePublishedShapeRegisters(CiIssuer issuer) throws SQLException {
        Response registered = post(issuer.token());

        registered.then().statusCode(201);
        try (Connection owner = Database.asOwner()) {
            assertEquals(
                    List.of(Map.of(
                            "owner_kind",
                            "access_token",
                            "owner_issuer",
                            issuer.claims().get("iss"),
                            "owner_subject",
                            issuer.claims().get("sub"),
                            "nobody",
                            true)),
                    Database.query(
                            owner,
                            "select owner_kind, owner_issuer, owner_subject, owner_client_id is null as nobody"
                                    + " from registrar.client where client_id = '"
                                    + registered.<String>path("client_id") + "'"));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void unmet(CiIssuer issuer, String what, UnaryOperator<TestToken> change) {
        post(change.apply(issuer.token()))
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", startsWith("Bearer realm=\"dcr\", error=\"insufficient_scope\""))
                .header("WWW-Authenticate", not(containsString("scope=")))
                .body("error", is("insufficient_scope"));
    }

    @Test
    void whoMeetsNoConditionIsInTheTrailByName() throws Exception {
        String job = UUID.randomUUID().toString();

        post(CiIssuer.GITHUB.token().claim("sub", job).claim("environment", null))
                .then()
                .statusCode(403);

        List<Map<String, Object>> rows = List.of();
        for (int i = 0; i < 100 && rows.isEmpty(); i++) {
            Thread.sleep(100);
            try (Connection owner = Database.asOwner()) {
                rows = Database.query(
                        owner,
                        "select outcome, actor_kind, actor_policy is null as without_policy"
                                + " from registrar.audit_event where actor_subject = '" + job + "'");
            }
        }
        assertEquals(
                List.of(Map.of("outcome", "insufficient_scope", "actor_kind", "access_token", "without_policy", true)),
                rows);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void invalid(CiIssuer issuer, String what, UnaryOperator<TestToken> change) {
        post(change.apply(issuer.token())).then().statusCode(401).body("error", is("invalid_token"));
    }

    @Test
    void theOperatorsScopeInSuchATokenReachesNobodyElsesClients() {
        Response registered = post(CiIssuer.GITHUB.token());
        TestToken other = CiIssuer.GITLAB.token().claim("scope", "IdentityServer.Configuration.Operator");

        request(other.serialize()).post(reissuePathOf(registered)).then().statusCode(404);
        request(CiIssuer.GITHUB.token().serialize())
                .post(reissuePathOf(registered))
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> account(Object namespace) {
        return Map.of("namespace", namespace, "serviceaccount", Map.of("name", "registrar-client", "uid", "1"));
    }

    // Of the moment at which a token is made: the class may be much older.
    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static Arguments near(CiIssuer issuer, String what, UnaryOperator<TestToken> change) {
        return arguments(issuer, what, change);
    }

    private static Response post(TestToken token) {
        return request(token.serialize()).body(machineClient().members()).post(ENDPOINT);
    }
}
