package io.registrar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.registrar.dev.DevelopmentStore;
import io.registrar.dev.EmbeddedPostgres;
import io.registrar.dev.PostgresSettings;
import io.registrar.testing.Database;
import io.registrar.testing.ServiceProcess;
import io.registrar.testing.ServiceProcess.Ended;
import io.registrar.testing.TestIssuer;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The packaged application with nothing but environment variables set, beside a database and an issuer that come and
 * go (metadata reference, D.2, I.2).
 */
class ServiceProcessIT {

    private static final EmbeddedPostgres POSTGRES =
            new EmbeddedPostgres(PostgresSettings.in(Path.of("target", "test", "process", "postgres")));
    private static WireMockServer issuerServer;
    private static TestIssuer issuer;
    private static Map<String, String> environment;

    @BeforeAll
    static void prepareTheStoreAsAnOperatorDoes() throws Exception {
        POSTGRES.start();
        String url = POSTGRES.jdbcUrl(DevelopmentStore.DATABASE);
        Map<String, String> owner = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url,
                "REGISTRAR_STORE_OWNER_USERNAME", DevelopmentStore.OWNER.username(),
                "REGISTRAR_STORE_OWNER_PASSWORD", DevelopmentStore.OWNER.password());
        new DevelopmentStore(POSTGRES, Path.of("deploy/store/roles.sql"), (jdbcUrl, username, password) -> {
                    try {
                        Ended well = new Ended(0, List.of());
                        assertEquals(well, ServiceProcess.run(owner, "migrate"));
                        assertEquals(well, ServiceProcess.run(owner, "migrate"), "a second time");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .prepare();
        RSAKey key = new RSAKeyGenerator(2048)
                .keyID("first")
                .keyUse(KeyUse.SIGNATURE)
                .generate();
        issuerServer = startIssuer(0);
        issuer = new TestIssuer(issuerServer.baseUrl(), key);
        issuer.publish(key.toPublicJWK());
        environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url,
                "QUARKUS_DATASOURCE_USERNAME", DevelopmentStore.SERVICE.username(),
                "QUARKUS_DATASOURCE_PASSWORD", DevelopmentStore.SERVICE.password(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuerServer.baseUrl());
    }

    @AfterAll
    static void stopEverything() {
        issuerServer.stop();
        POSTGRES.stop();
    }

    @Test
    void itStartsWithoutDatabaseAndIssuerAndBecomesReadyByItself() throws Exception {
        int port = issuerServer.port();
        issuerServer.stop();
        POSTGRES.stop();
        try (ServiceProcess service = ServiceProcess.serve(environment)) {
            service.await("liveness", () -> service.health("live") == 200);
            assertEquals(503, service.health("ready"));
            unavailable(register(service));
            unavailable(request(service, "rat_anything").get("/connect/dcr/anybody"));
            request(service, "opaque").post("/connect/dcr").then().statusCode(401);

            POSTGRES.start();
            Thread.sleep(500);
            assertEquals(503, service.health("ready"), "the issuer is still away");
            issuerServer = startIssuer(port);
            issuer.publish(issuer.key().toPublicJWK());

            service.await("readiness", () -> service.health("ready") == 200);
            register(service).then().statusCode(201);
        } finally {
            POSTGRES.start();
        }
    }

    @Test
    void withoutAPublicUrlItAnswersForThisMachineOnly() throws Exception {
        try (ServiceProcess service = ServiceProcess.serve(environment)) {
            service.await("readiness", () -> service.health("ready") == 200);

            register(service)
                    .then()
                    .statusCode(201)
                    .body(
                            "registration_client_uri",
                            startsWith("http://localhost:" + service.port() + "/connect/dcr/"));
            for (String name : new String[] {"localhost", "127.0.0.1", "[::1]"}) {
                request(service, "opaque")
                        .header("Host", name)
                        .post("/connect/dcr")
                        .then()
                        .statusCode(401);
            }
            request(service, "opaque")
                    .header("Host", "config.example.com")
                    .post("/connect/dcr")
                    .then()
                    .statusCode(421);
        }
    }

    @Test
    void anOutageOfTheDatabaseIs503AndEndsByItself() throws Exception {
        try (ServiceProcess service = ServiceProcess.serve(environment)) {
            service.await("readiness", () -> service.health("ready") == 200);
            Response registered = register(service);
            registered.then().statusCode(201);

            POSTGRES.stop();
            unavailable(register(service));
            unavailable(read(service, registered));
            service.await("not ready", () -> service.health("ready") == 503);
            assertEquals(200, service.health("live"), "a restart would not help");

            POSTGRES.start();
            service.await("a registration", () -> register(service).statusCode() == 201);
            read(service, registered).then().statusCode(200);
            service.await("readiness", () -> service.health("ready") == 200);
        }
    }

    @Test
    void aRestartLosesNothing() throws Exception {
        Response registered;
        try (ServiceProcess service = ServiceProcess.serve(environment)) {
            service.await("readiness", () -> service.health("ready") == 200);
            registered = register(service);
            registered.then().statusCode(201);
        }
        POSTGRES.stop();
        POSTGRES.start();
        try (ServiceProcess service = ServiceProcess.serve(environment)) {
            service.await("readiness", () -> service.health("ready") == 200);
            read(service, registered)
                    .then()
                    .statusCode(200)
                    .body("client_id", is(registered.<String>path("client_id")));
        }
    }

    /** Refusals are written together, once a second; the last of them when the service stops. */
    @Test
    void whatWasRefusedRightBeforeTheStopIsInTheTrail() throws Exception {
        String caller = UUID.randomUUID().toString();
        try (ServiceProcess service = ServiceProcess.serve(environment)) {
            service.await("readiness", () -> service.health("ready") == 200);
            String token = issuer.token()
                    .claim("aud", "http://localhost:" + service.port() + "/connect/dcr")
                    .claim("sub", caller)
                    .claim("scope", "openid")
                    .serialize();
            request(service, token).post("/connect/dcr").then().statusCode(403);
        }
        try (Connection owner = DriverManager.getConnection(
                POSTGRES.jdbcUrl(DevelopmentStore.DATABASE),
                DevelopmentStore.OWNER.username(),
                DevelopmentStore.OWNER.password())) {
            assertEquals(
                    List.of(Map.of("outcome", "insufficient_scope")),
                    Database.query(
                            owner,
                            "select outcome from registrar.audit_event where actor_subject = '%s'".formatted(caller)));
        }
    }

    @Test
    void aRefusalThatTheDatabaseCannotTakeIsInTheLog() throws Exception {
        try (ServiceProcess service = ServiceProcess.serve(environment)) {
            service.await("readiness", () -> service.health("ready") == 200);
            long before = refusalsInTheLog();
            POSTGRES.stop();
            request(service, "opaque").post("/connect/dcr").then().statusCode(401);
            service.await("a line of it", () -> refusalsInTheLog() == before + 1);
        } finally {
            POSTGRES.start();
        }
    }

    @Test
    void anOutageOfTheIssuerLeavesTokensOfKnownKeysWorking() throws Exception {
        try (ServiceProcess service = ServiceProcess.serve(environment)) {
            service.await("readiness", () -> service.health("ready") == 200);
            int port = issuerServer.port();
            issuerServer.stop();
            try {
                register(service).then().statusCode(201);
                assertEquals(200, service.health("ready"));
            } finally {
                issuerServer = startIssuer(port);
                issuer.publish(issuer.key().toPublicJWK());
            }
        }
    }

    @Test
    void aSchemaThatIsMissingKeepsItFromBeingReady() throws Exception {
        try (Connection superuser = POSTGRES.connect()) {
            superuser.createStatement().execute("drop database if exists empty");
            superuser.createStatement().execute("create database empty");
        }
        Map<String, String> elsewhere = new HashMap<>(environment);
        elsewhere.put("QUARKUS_DATASOURCE_JDBC_URL", POSTGRES.jdbcUrl("empty"));
        try (ServiceProcess service = ServiceProcess.serve(elsewhere)) {
            service.await("liveness", () -> service.health("live") == 200);
            Thread.sleep(1_000);
            assertEquals(503, service.health("ready"));
            unavailable(register(service));
        }
    }

    @Test
    void aSettingThatCannotBeUsedStopsTheStartWithOneLine() throws Exception {
        Map<String, String> wrong = new HashMap<>(environment);
        wrong.put("REGISTRAR_PUBLIC_BASE_URL", "http://config.example.com");

        Ended ended = ServiceProcess.run(wrong, "serve");

        assertEquals(1, ended.exitCode());
        assertEquals(1, ended.errors().size(), ended::toString);
        assertTrue(ended.errors().get(0).startsWith("registrar.public-base-url must"), ended::toString);
    }

    @Test
    void theMigrateModeSaysInOneLineWhatItLacks() throws Exception {
        Ended nothing = ServiceProcess.run(Map.of(), "migrate");
        Ended wrongPassword = ServiceProcess.run(
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", POSTGRES.jdbcUrl(DevelopmentStore.DATABASE),
                        "REGISTRAR_STORE_OWNER_USERNAME", DevelopmentStore.OWNER.username(),
                        "REGISTRAR_STORE_OWNER_PASSWORD", "wrong"),
                "migrate");

        assertEquals(1, nothing.exitCode());
        assertEquals(1, nothing.errors().size(), nothing::toString);
        assertTrue(nothing.errors().get(0).contains("REGISTRAR_STORE_OWNER_USERNAME"), nothing::toString);
        assertEquals(1, wrongPassword.exitCode());
        assertEquals(1, wrongPassword.errors().size(), wrongPassword::toString);
        assertEquals(2, ServiceProcess.run(Map.of(), "nonsense").exitCode());
    }

    @Test
    void theMigrateModeWarnsInOneLineOfWhatALoginMayDoTooMuch() throws Exception {
        Map<String, String> owner = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", POSTGRES.jdbcUrl(DevelopmentStore.DATABASE),
                "REGISTRAR_STORE_OWNER_USERNAME", DevelopmentStore.OWNER.username(),
                "REGISTRAR_STORE_OWNER_PASSWORD", DevelopmentStore.OWNER.password());
        try (Connection superuser = POSTGRES.connect()) {
            try {
                superuser.createStatement().execute("alter role identity_reader connection limit -1");

                assertEquals(
                        new Ended(
                                0,
                                List.of("migrate: warning: the logins of the service or of the reader have no"
                                        + " connection limit: identity_reader: run deploy/store/roles.sql again")),
                        ServiceProcess.run(owner, "migrate"));
            } finally {
                superuser.createStatement().execute("alter role identity_reader connection limit 30");
            }
        }
    }

    private static long refusalsInTheLog() throws IOException {
        try (Stream<String> lines = Files.lines(ServiceProcess.LOG)) {
            return lines.filter(line -> line.contains("\"event\":\"request.refused\""))
                    .count();
        }
    }

    private static WireMockServer startIssuer(int port) {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").port(port));
        server.start();
        return server;
    }

    private static Response register(ServiceProcess service) {
        String token = issuer.token()
                .claim("aud", "http://localhost:" + service.port() + "/connect/dcr")
                .serialize();
        return request(service, token)
                .contentType("application/json")
                .body("{\"grant_types\":[\"client_credentials\"]}")
                .post("/connect/dcr");
    }

    private static Response read(ServiceProcess service, Response registered) {
        return request(service, registered.path("registration_access_token"))
                .get("/connect/dcr/" + registered.path("client_id"));
    }

    private static RequestSpecification request(ServiceProcess service, String bearer) {
        return given().port(service.port()).header("Authorization", "Bearer " + bearer);
    }

    private static void unavailable(Response response) {
        response.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .body("error", is("temporarily_unavailable"));
    }
}
