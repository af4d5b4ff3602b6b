package io.registrar.management;

import static io.registrar.testing.Registrar.CHALLENGE_END;
import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.metadata;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.sendable;
import static io.registrar.testing.Registrar.update;
import static io.registrar.testing.Registrar.webClient;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.credential.Secret;
import io.registrar.testing.Database;
import io.registrar.testing.Registrar.Metadata;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The update of a client by itself (metadata reference, D.2 and D.3). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ClientUpdateTest {

    private static final String JWKS =
            "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}";

    @Test
    void anUpdateReplacesTheWholeRegistration() {
        Response registered = register(webClient()
                .name("Demo")
                .with("client_name#fr", "Démo")
                .with("logo_uri", "https://app.example.com/logo")
                .with("default_max_age", 60)
                .authMethod("client_secret_post"));

        Response updated = update(registered, webClient().redirectUris("https://app.example.com/other"));

        updated.then()
                .statusCode(200)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .body("client_id", is(registered.<String>path("client_id")))
                .body("client_id_issued_at", is(registered.<Integer>path("client_id_issued_at")))
                .body("registration_access_token", is(registered.<String>path("registration_access_token")))
                .body("registration_client_uri", is(registered.<String>path("registration_client_uri")))
                .body("client_secret_expires_at", is(0))
                .body("redirect_uris", contains("https://app.example.com/other"))
                .body("token_endpoint_auth_method", is("client_secret_basic"))
                .body("$", not(hasKey("client_secret")))
                .body("$", not(hasKey("client_name")))
                .body("$", not(hasKey("client_name#fr")))
                .body("$", not(hasKey("logo_uri")))
                .body("$", not(hasKey("default_max_age")));
        assertEquals(updated.<Map<String, Object>>path("$"), read(registered).<Map<String, Object>>path("$"));
    }

    @Test
    void nullAndEmptyTextAreAbsent() {
        Response registered = register(webClient()
                .name("Demo")
                .with("client_uri", "https://app.example.com/")
                .with("client_name#fr", "x"));

        update(registered, """
                {"redirect_uris":["https://app.example.com/cb"],"client_name":"","client_name#fr":"","client_uri":null,
                 "token_endpoint_auth_method":"","grant_types":null,"application_type":""}
                """)
                .then()
                .statusCode(200)
                .body("token_endpoint_auth_method", is("client_secret_basic"))
                .body("grant_types", contains("authorization_code"))
                .body("application_type", is("web"))
                .body("$", not(hasKey("client_name")))
                .body("$", not(hasKey("client_name#fr")))
                .body("$", not(hasKey("client_uri")));
    }

    @Test
    void theWholeSetOfRulesRunsAgain() {
        Response registered = register(webClient());

        update(registered, webClient().redirectUris("http://app.example.com/cb"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_redirect_uri"));
        update(registered, webClient().scope("IdentityServer.Configuration"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_client_metadata"))
                .body("error_field", is("scope"));
        update(registered, webClient().with("grant_types", List.of("")))
                .then()
                .statusCode(400)
                .body("error", is("invalid_client_metadata"));
        update(registered, "{\"grant_types\":[]}").then().statusCode(400);
        update(registered, "{").then().statusCode(400).body("error", is("invalid_client_metadata"));
        update(registered, "[]").then().statusCode(400).body("error", is("invalid_client_metadata"));

        assertEquals(withoutSecret(registered), read(registered).<Map<String, Object>>path("$"));
    }

    @Test
    void anUpdateHasTheTierOfTheRegistration() throws SQLException {
        Metadata metadata = webClient()
                .grantTypes("authorization_code", "refresh_token")
                .with("refresh_token_expiration", "Sliding")
                .with("absolute_refresh_token_lifetime", 0);
        Response byOperator = request(TestIssuer.ofThisTest()
                        .token()
                        .claim("scope", "IdentityServer.Configuration IdentityServer.Configuration.Operator")
                        .serialize())
                .body(metadata.members())
                .post(ENDPOINT);
        byOperator.then().statusCode(201);
        update(byOperator, metadata).then().statusCode(200).body("absolute_refresh_token_lifetime", is(0));

        change("update client set trust_tier = 'authenticated' where id = %s", byOperator);

        update(byOperator, metadata)
                .then()
                .statusCode(400)
                .body("error", is("invalid_client_metadata"))
                .body("error_field", is("absolute_refresh_token_lifetime"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registration_access_token | null",
                "registration_access_token | \"x\"",
                "registration_access_token | \"\"",
                "registration_client_uri | null",
                "registration_client_uri | \"https://config.example.com/connect/dcr/x\"",
                "client_secret_expires_at | null",
                "client_secret_expires_at | 0",
                "client_id_issued_at | null",
                "client_id_issued_at | 1",
                "client_expires_at | null",
                "client_expires_at | 1",
                "client_id | null",
                "client_id | \"\"",
                "client_id | \"other\"",
                "client_id | 5",
                "client_id | []",
                "client_secret | null",
                "client_secret | \"\"",
                "client_secret | \"wrong\"",
                "client_secret | 5",
                "client_secret | {}"
            })
    void misuseOfTheProtocolIsNamedAsThat(String member, String value) {
        Response registered = register(machineClient().name("before"));

        update(registered, "{\"grant_types\":[\"client_credentials\"],\"" + member + "\":" + value + "}")
                .then()
                .statusCode(400)
                .header("WWW-Authenticate", (String) null)
                .body("error", is("invalid_request"))
                .body("error_field", is(member))
                .body("violations.pointer", contains("/" + member));

        read(registered).then().body("client_name", is("before"));
    }

    @Test
    void misuseIsNamedBeforeTheMetadataAndAllOfItAtOnce() {
        Response registered = register(machineClient());

        update(registered, "{\"grant_types\":5,\"client_id_issued_at\":null,\"client_id\":1}")
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"))
                .body("violations.member", contains("client_id", "client_id_issued_at"));
    }

    @Test
    void aClientMayRepeatItsIdentifierAndItsSecret() {
        Response registered = register(machineClient());

        Response updated = update(registered, sendable(registered).name("after"));

        updated.then().statusCode(200).body("client_name", is("after")).body("$", not(hasKey("client_secret")));
        assertEquals(
                registered.<String>path("client_secret"),
                sendable(registered).members().get("client_secret"));
    }

    @Test
    void aClientWithoutASecretHasNoneToRepeat() {
        Response registered = register(publicClient());

        update(registered, publicClient().with("client_secret", "x"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"))
                .body("error_field", is("client_secret"));
    }

    @Test
    void aClientThatBecomesConfidentialGetsASecret() {
        Response registered = register(publicClient());

        // RFC 7592 section 2.2: what is omitted returns to its default, which here is client_secret_basic.
        update(registered, webClient())
                .then()
                .statusCode(200)
                .body("token_endpoint_auth_method", is("client_secret_basic"))
                .body("client_secret", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("client_secret_expires_at", is(0));
        read(registered).then().body("client_secret_expires_at", is(0)).body("$", not(hasKey("client_secret")));
        update(registered, webClient()).then().statusCode(200).body("$", not(hasKey("client_secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "private_key_jwt"})
    void aClientThatNeedsNoSecretLosesAllOfThem(String method) throws SQLException {
        Response registered = register(webClient());
        rotate(registered, webClient()).then().statusCode(200);
        assertEquals(2, secretsOf(registered).size());
        Metadata replacement = webClient().authMethod(method);

        update(registered, method.equals("none") ? replacement : withKeys(replacement))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("client_secret")))
                .body("$", not(hasKey("client_secret_expires_at")));

        assertEquals(List.of(), secretsOf(registered));
    }

    @Test
    void aChangeBetweenTwoMethodsWithASecretKeepsIt() throws SQLException {
        Response registered = register(machineClient());
        List<Map<String, Object>> before = secretsOf(registered);

        update(registered, machineClient().authMethod("client_secret_post"))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("client_secret")));

        assertEquals(before.size(), secretsOf(registered).size());
    }

    @Test
    void aSecretIsRotatedOnRequestAndThePreviousOneStaysForADay() throws SQLException {
        Response registered = register(machineClient());

        Response rotated = rotate(registered, machineClient());

        rotated.then()
                .statusCode(200)
                .body("client_secret", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("client_secret_expires_at", is(0));
        assertNotEquals(registered.<String>path("client_secret"), rotated.<String>path("client_secret"));
        List<Map<String, Object>> secrets = secretsOf(registered);
        assertEquals(2, secrets.size());
        assertEquals(null, secrets.get(0).get("expires_at"));
        assertEquals(24L, secrets.get(1).get("hours"));

        String previous = registered.path("client_secret");
        update(registered, machineClient().with("client_secret", previous))
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"));
        update(registered, machineClient().with("client_secret", rotated.<String>path("client_secret")))
                .then()
                .statusCode(200);
    }

    @Test
    void neverMoreThanTwoSecretsLive() throws SQLException {
        Response registered = register(machineClient());

        for (int i = 0; i < 4; i++) {
            rotate(registered, machineClient()).then().statusCode(200);
        }

        assertEquals(2, secretsOf(registered).size());
    }

    /** Instances have clocks of their own, and a clock can be set back. */
    @Test
    void theSecretIssuedLastIsTheNewestWhateverTheClocksSay() throws SQLException {
        Response registered = register(machineClient());
        Response first = rotate(registered, machineClient());
        change("update client_secret set created_at = created_at + interval '1 hour' where client = %s", registered);

        Response second = rotate(registered, machineClient());

        assertEquals(List.of(hashOf(second), hashOf(first)), publishedHashes(registered));
        assertEquals("{SHA-256}" + hashOf(second), publishedSecret(registered));
        update(registered, machineClient().with("client_secret", second.<String>path("client_secret")))
                .then()
                .statusCode(200);
        Response third = rotate(registered, machineClient());
        assertEquals(List.of(hashOf(third), hashOf(second)), publishedHashes(registered));
    }

    private static String hashOf(Response issued) {
        return HexFormat.of()
                .formatHex(Secret.of(issued.path("client_secret")).digest().octets());
    }

    private static List<Object> publishedHashes(Response registered) throws SQLException {
        return published(
                        "select secret ->> 'hash' as hash from identity.client,"
                                + " jsonb_array_elements(secret_hashes) with ordinality as e (secret, place)"
                                + " where client_id = '%s' order by place",
                        registered)
                .stream()
                .map(row -> row.get("hash"))
                .toList();
    }

    private static Object publishedSecret(Response registered) throws SQLException {
        return published(
                        "select client_secret from identity.oauth2_registered_client where client_id = '%s'",
                        registered)
                .get(0)
                .get("client_secret");
    }

    private static List<Map<String, Object>> published(String sql, Response registered) throws SQLException {
        try (Connection reader = Database.asReader()) {
            return Database.query(reader, sql.formatted(registered.<String>path("client_id")));
        }
    }

    @Test
    void aClientWithoutASecretHasNoneToRotate() {
        rotate(register(publicClient()), publicClient()).then().statusCode(400).body("error", is("invalid_request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rotate_secret=", "rotate_secret=yes", "rotate_secret=true&rotate_secret=true"})
    void anUnclearWishToRotateIsRefused(String query) {
        Response registered = register(machineClient());

        request(registered.path("registration_access_token"))
                .body(machineClient().members())
                .put(pathOf(registered) + "?" + query)
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"));
    }

    @Test
    void aClientWhoseSecretEndedRecoversByAnUpdate() throws SQLException {
        Response registered = register(machineClient());
        change("update client_secret set expires_at = now() where client = %s", registered);

        update(registered, machineClient())
                .then()
                .statusCode(200)
                .body("client_secret", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("client_secret_expires_at", is(0));
    }

    @Test
    void anUpdateRenewsTheLifetimeAndOneWithoutEndsIt() throws SQLException {
        Response registered = register(machineClient().with("client_lifetime", 3600));
        change("update client set expires_at = now() + interval '1 minute' where id = %s", registered);

        Response renewed = update(registered, machineClient().with("client_lifetime", 7200));

        renewed.then().statusCode(200).body("client_lifetime", is(7200));
        int end = renewed.path("client_expires_at");
        int issued = registered.path("client_id_issued_at");
        assertTrue(end - issued >= 7200 && end - issued < 7260, renewed::asString);
        update(registered, machineClient())
                .then()
                .statusCode(200)
                .body("$", not(hasKey("client_lifetime")))
                .body("$", not(hasKey("client_expires_at")));
    }

    @Test
    void whatAnOperatorDecidedNoClientChanges() throws SQLException {
        Response registered = register(machineClient());
        change("""
                update client set enabled = false, protected = true, tenant = 'north',
                  owner_subject = 'somebody', trust_tier = 'anonymous' where id = %s
                """, registered);
        String decided =
                "select enabled, protected, policy, tenant, owner_kind, owner_subject, trust_tier, created_at, client_id"
                        + " from client where id = %s";
        List<Map<String, Object>> before = rows(decided, registered);

        update(
                        registered,
                        machineClient()
                                .name("after")
                                .with("enabled", true)
                                .with("protected", false)
                                .with("policy", "partner")
                                .with("trust_tier", "operator"))
                .then()
                .statusCode(200)
                .body("client_name", is("after"));

        assertEquals(before, rows(decided, registered));
    }

    @Test
    void theTrailNamesWhatChangedAndNoValues() throws SQLException {
        Response registered = register(webClient().with("contacts", List.of("a@example.com")));

        rotate(registered, webClient().name("Demo").with("contacts", List.of("b@example.com")))
                .then()
                .statusCode(200);

        List<Map<String, Object>> trail;
        try (Connection owner = Database.asOwner()) {
            trail = Database.query(owner, """
                    select event, outcome, actor_kind, actor_client_id, actor_policy, source_address, members::text as members
                    from registrar.audit_event where client_id = '%s' order by occurred_at, event
                    """.formatted(registered.<String>path("client_id")));
        }
        assertEquals(
                List.of("client.registered", "client.updated"),
                trail.stream().map(it -> it.get("event")).toList());
        Map<String, Object> updated = trail.get(1);
        assertEquals("{client_name,client_secret,contacts}", updated.get("members"));
        assertEquals("success", updated.get("outcome"));
        assertEquals("registration_access_token", updated.get("actor_kind"));
        assertEquals(registered.path("client_id"), updated.get("actor_client_id"));
        assertEquals("default", updated.get("actor_policy"));
        assertEquals("127.0.0.1", updated.get("source_address"));
    }

    @Test
    void readersSeeTheReplacement() throws SQLException {
        Response registered = register(webClient());

        update(registered, webClient().redirectUris("https://app.example.com/other"));

        assertEquals(
                "https://app.example.com/other",
                published(
                                "select redirect_uris from identity.oauth2_registered_client where client_id = '%s'",
                                registered)
                        .get(0)
                        .get("redirect_uris"));
    }

    @Test
    void theCredentialComesBeforeTheDocument() {
        Response registered = register(machineClient());
        String path = pathOf(registered);

        anonymous()
                .contentType("text/plain")
                .body("{")
                .put(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"dcr\"" + CHALLENGE_END)
                .body(is(emptyString()));
        request("rat_x").body("{").put(path).then().statusCode(401).body("error", is("invalid_token"));
        request("rat_x")
                .contentType("text/plain")
                .body("{")
                .put(path)
                .then()
                .statusCode(401)
                .body("error", is("invalid_token"));
        request(registered.path("registration_access_token"))
                .contentType("text/plain")
                .body("{")
                .put(path)
                .then()
                .statusCode(415)
                .body("error", is("invalid_request"));
    }

    @Test
    void noOtherTokenUpdatesTheClient() {
        Response one = register(machineClient().name("one"));
        Response other = register(machineClient().name("other"));
        String own = one.path("registration_access_token");

        Response unknown = put(own + "x", pathOf(one));
        unknown.then().statusCode(401).body("error", is("invalid_token"));
        for (Response refused : Arrays.asList(
                put(other.path("registration_access_token"), pathOf(one)),
                put(own, "/connect/dcr/nobody"),
                put(TestIssuer.ofThisTest().registrationToken(), pathOf(one)))) {
            assertEquals(401, refused.statusCode());
            assertEquals(unknown.asString(), refused.asString());
            assertEquals(unknown.headers().asList(), refused.headers().asList());
        }
        put(own, pathOf(one) + "?access_token=" + own).then().statusCode(400).body("error", is("invalid_request"));
        read(one).then().body("client_name", is("one"));
        read(other).then().body("client_name", is("other"));
    }

    @Test
    void anEndedClientIsNotUpdated() throws SQLException {
        Response registered = register(machineClient().with("client_lifetime", 3600));
        change("update client set expires_at = now() where id = %s", registered);

        update(registered, machineClient()).then().statusCode(401).body("error", is("invalid_token"));
    }

    private static Response put(String token, String path) {
        return request(token).body(machineClient().name("stolen").members()).put(path);
    }

    private static Metadata publicClient() {
        return metadata()
                .with("application_type", "native")
                .redirectUris("com.example.app:/oauth2redirect")
                .authMethod("none");
    }

    private static Metadata withKeys(Metadata metadata) {
        return metadata.with("jwks", JsonPath.from(JWKS).get("$"));
    }

    private static Response rotate(Response registered, Metadata metadata) {
        return request(registered.path("registration_access_token"))
                .body(metadata.members())
                .put(pathOf(registered) + "?rotate_secret=true");
    }

    private static Map<String, Object> withoutSecret(Response registered) {
        Map<String, Object> members = new LinkedHashMap<>(registered.<Map<String, Object>>path("$"));
        members.remove("client_secret");
        return members;
    }

    /** Newest first. */
    private static List<Map<String, Object>> secretsOf(Response registered) throws SQLException {
        return rows("""
                select expires_at, (extract(epoch from expires_at - now()) / 3600)::numeric(9, 0)::bigint as hours
                from client_secret where client = %s order by id desc
                """, registered);
    }

    /** {@code %s} in the statement is the client's row. */
    private static List<Map<String, Object>> rows(String sql, Response registered) throws SQLException {
        try (Connection service = Database.asService()) {
            return Database.query(service, sql.formatted(idOf(registered)));
        }
    }

    private static void change(String sql, Response registered) throws SQLException {
        try (Connection database = Database.aroundTheTrail()) {
            Database.execute(database, sql.formatted(idOf(registered)));
        }
    }

    private static String idOf(Response registered) {
        return "(select id from client where client_id = '%s')".formatted(registered.<String>path("client_id"));
    }
}
