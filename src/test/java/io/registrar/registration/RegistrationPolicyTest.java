package io.registrar.registration;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.POLICY;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static io.registrar.testing.Registrar.validate;
import static io.registrar.testing.Registrar.webClient;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.access.AccessSettings;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.policy.RegistrationPolicySettings;
import io.registrar.testing.Database;
import io.registrar.testing.Registrar;
import io.registrar.testing.Settings;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment that bounds what its callers may register, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@TestProfile(RegistrationPolicyTest.Bounded.class)
class RegistrationPolicyTest {

    public static final class Bounded implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.policies.partner.scopes", "partner.*",
                    "registrar.policies.default.grant-types", "client_credentials",
                    "registrar.policies.default.scopes", "orders.*",
                    "registrar.policies.default.maximum.access_token_lifetime", "600",
                    "registrar.policies.default.maximum.client_lifetime", "86400",
                    "registrar.policies.default.uri-hosts", "*.example.com",
                    "registrar.policies.default.required", "client_name",
                    "registrar.policies.default.quota", "50");
        }
    }

    @Test
    void aPersonReadsWhatThePolicyRefusesAndWhatToDoAboutIt() {
        for (Response refused : List.of(register(webClient()), validate(webClient()))) {
            refused.then()
                    .statusCode(400)
                    .body("error", is("invalid_client_metadata"))
                    .body(
                            "error_description",
                            is("grant_types[0]: not allowed by the policy default; use one of: client_credentials"))
                    .body("error_field", is("grant_types"))
                    .body("violations.pointer", contains("/grant_types/0", "/client_name"))
                    .body("violations[1].message", is("client_name: required by the policy default"));
        }
    }

    @Test
    void aClientThatKeepsThePolicyGetsItsDefaultsFromIt() {
        register(machineClient().name("Import").scope("orders.read"))
                .then()
                .statusCode(201)
                .body("access_token_lifetime", is(600))
                .body("client_lifetime", is(86400));
    }

    @Test
    void anUpdateIsBoundByThePolicyToo() {
        Response registered = register(machineClient().name("Import").scope("orders.read"));

        update(registered, machineClient().name("Import").scope("admin"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_client_metadata"))
                .body(
                        "error_description",
                        is("scope: names a scope that is not allowed by the policy default; use only: orders.*"));
        update(registered, machineClient())
                .then()
                .statusCode(400)
                .body("error_description", is("client_name: required by the policy default"));
        read(registered).then().statusCode(200).body("scope", is("orders.read"));
        update(registered, machineClient().name("Import").scope("orders.write"))
                .then()
                .statusCode(200)
                .body("scope", is("orders.write"));
    }

    @Test
    void theHostsOfItsUrisAreThoseOfThePolicyFromTheFirstToTheLastUpdate() {
        String why = "client_uri: this host is not allowed by the policy default; use one of: *.example.com";
        register(machineClient().name("Import").with("client_uri#fr", "https://evil.example/"))
                .then()
                .statusCode(400)
                .body("error_description", is(why))
                .body("violations.pointer", contains("/client_uri#fr"));
        Response registered =
                register(machineClient().name("Import").with("client_uri#fr", "https://www.example.com/fr"));
        registered.then().statusCode(201);
        update(registered, machineClient().name("Import").with("client_uri", "https://evil.example/"))
                .then()
                .statusCode(400)
                .body("error_description", is(why));
    }

    @Test
    void aClientWhosePolicyHasGoneIsNotChangedAnyMore() throws SQLException {
        Response registered = register(machineClient().name("Import"));
        putUnder("retired", registered);

        update(registered, machineClient().name("Renamed"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_client_metadata"))
                .body("error_description", startsWith("the policy retired is no longer configured here"));
        read(registered).then().statusCode(200).body("client_name", is("Import"));
    }

    @Test
    void thePolicyIsKeptWithTheClient() throws SQLException {
        assertEquals("default", policyOf(register(machineClient().name("Import"))));
    }

    /** Not by that of whoever happens to ask: the client's own decides. */
    @Test
    void anUpdateIsJudgedByThePolicyThatIsKeptAndLeavesItThere() throws SQLException {
        Response registered = register(machineClient().name("Import"));
        putUnder("partner", registered);

        update(registered, machineClient().scope("orders.read"))
                .then()
                .statusCode(400)
                .body(
                        "error_description",
                        is("scope: names a scope that is not allowed by the policy partner; use only: partner.*"));
        update(registered, machineClient().scope("partner.orders").with("policy", "default"))
                .then()
                .statusCode(200);
        assertEquals("partner", policyOf(registered));
    }

    /** Its advisory lock of the key by which quotas were once counted stopped the owner's registrations until 503. */
    @Test
    void aReaderThatHoldsAllThatItCanLockDelaysNoRegistrationUnderAQuota() throws SQLException {
        String subject = "locked-out";
        String token = TestIssuer.ofThisTest().token().claim("sub", subject).serialize();
        try (Connection superuser = Database.asSuperuser();
                Connection reader = Database.asReader()) {
            // As where a provider gives no superuser to take it.
            Database.execute(superuser, "grant execute on function pg_advisory_xact_lock(bigint) to identity_reader");
            reader.setAutoCommit(false);
            Database.execute(reader, "set transaction read write");
            String key = String.join(
                    " ", "default", "access_token", TestIssuer.ofThisTest().url(), subject, "ci-pipeline");
            Database.query(reader, "select pg_advisory_xact_lock(hashtextextended('" + key + "', 0))");
            for (Map<String, Object> view :
                    Database.query(reader, "select viewname from pg_views where schemaname = 'identity'")) {
                Database.execute(reader, "lock table identity." + view.get("viewname") + " in access share mode");
            }
            request(token)
                    .body(machineClient().name("Import").members())
                    .post(ENDPOINT)
                    .then()
                    .statusCode(201);

            reader.rollback();
        } finally {
            try (Connection superuser = Database.asSuperuser()) {
                Database.execute(
                        superuser, "revoke execute on function pg_advisory_xact_lock(bigint) from identity_reader");
            }
        }
    }

    @Test
    void aRegistrationUnderAQuotaLocksOneRowThatNoReaderCanLock() throws IOException {
        List<String> statements = TestStore.statementsDuring(
                () -> register(machineClient().name("Import")).then().statusCode(201));

        assertTrue(statements.get(1).contains("from registrar.quota_lock"), statements::toString);
        assertTrue(statements.get(1).endsWith("for update"), statements::toString);
        assertTrue(statements.stream().noneMatch(it -> it.contains("advisory")), statements::toString);
    }

    private static String policyOf(Response registered) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.query(
                            owner,
                            "select policy from registrar.client where client_id = '"
                                    + registered.<String>path("client_id") + "'")
                    .get(0)
                    .get("policy")
                    .toString();
        }
    }

    private static void putUnder(String policy, Response registered) throws SQLException {
        try (Connection database = Database.aroundTheTrail();
                var statement = database.createStatement()) {
            statement.execute("update registrar.client set policy = '" + policy + "' where client_id = '"
                    + registered.<String>path("client_id") + "'");
        }
    }

    @Test
    void aCallerIsToldWhatItMayRegister() {
        request(TestIssuer.ofThisTest().registrationToken())
                .get(POLICY)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .body("policy", is("default"))
                .body("grant_types", contains("client_credentials"))
                .body("scopes", contains("orders.*"))
                .body("maximum.client_lifetime", is(86400))
                .body("required", contains("client_name"))
                .body("quota", is(50))
                .body("uri_hosts", contains("*.example.com"))
                .body("$", not(hasKey("redirect_hosts")))
                .body("$", not(hasKey("rate")));
    }

    @Test
    void onlyWhoMayRegisterIsTold() {
        TestIssuer issuer = TestIssuer.ofThisTest();
        anonymous()
                .get(POLICY)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", is("Bearer realm=\"dcr\"" + Registrar.CHALLENGE_END));
        request("a.b.c").get(POLICY).then().statusCode(401).body("error", is("invalid_token"));
        request(issuer.token().claim("scope", "other").serialize())
                .get(POLICY)
                .then()
                .statusCode(403)
                .body("error", is("insufficient_scope"));
        request(register(machineClient().name("Import")).path("registration_access_token"))
                .get(POLICY)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void itHasNoOtherMethod(String method) {
        request(TestIssuer.ofThisTest().registrationToken())
                .request(method, ENDPOINT + "/policy")
                .then()
                .statusCode(405)
                .header("Allow", "GET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant-types | | registrar.policies.ci.grant-types must say something, or be left out where there is no bound",
                "scopes | ${NOWHERE:} | registrar.policies.ci.scopes must say something, or be left out where there is no bound",
                "scopes | * | registrar.policies.ci.scopes holds * alone; leave the setting out where there is no bound",
                "scopes | Operator | registrar.policies.ci.scopes must not hold the scopes of this service itself"
            })
    void settingsThatCannotBeMeantStopTheStart(String setting, String value, String mend) {
        Map<String, String> properties = Map.of(
                "registrar.policies.ci." + setting,
                value == null ? "" : value,
                "registrar.access.operator-scope",
                "Operator",
                "registrar.access.audience",
                "x");
        Config config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build();

        ConfigurationException stopped = assertThrows(ConfigurationException.class, () -> new PolicyConfiguration()
                .policies(
                        Settings.of(RegistrationPolicySettings.class, properties),
                        Settings.of(MetadataPolicy.class, properties),
                        Settings.of(OutboundPolicy.class, properties),
                        Settings.of(AccessSettings.class, properties),
                        config));
        assertEquals(mend, stopped.getMessage());
    }
}
