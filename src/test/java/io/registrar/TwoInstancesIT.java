package io.registrar;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.registrar.dev.DevelopmentStore;
import io.registrar.dev.EmbeddedPostgres;
import io.registrar.dev.PostgresSettings;
import io.registrar.store.Migrations;
import io.registrar.testing.AtOnce;
import io.registrar.testing.ServiceProcess;
import io.registrar.testing.TestIssuer;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes of the packaged application on one database: what is counted is counted for both together. */
class TwoInstancesIT {

    private static final String PUBLIC = "https://config.example.com";
    private static final int CALLERS = 64;
    private static final int QUOTA = 10;

    private static final EmbeddedPostgres POSTGRES =
            new EmbeddedPostgres(PostgresSettings.in(Path.of("target", "test", "two-instances", "postgres")));
    private static WireMockServer issuerServer;
    private static TestIssuer issuer;
    private static List<ServiceProcess> instances;

    @BeforeAll
    static void startTwo() throws Exception {
        POSTGRES.start();
        DevelopmentStore store = new DevelopmentStore(POSTGRES, Path.of("deploy/store/roles.sql"), Migrations::migrate);
        store.prepare();
        RSAKey key = new RSAKeyGenerator(2048)
                .keyID("first")
                .keyUse(KeyUse.SIGNATURE)
                .generate();
        issuerServer = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        issuerServer.start();
        issuer = new TestIssuer(issuerServer.baseUrl(), key);
        issuer.publish(key.toPublicJWK());
        Map<String, String> environment = new HashMap<>();
        // Whatever isolation is usual in a database: what is counted under a lock must be what is there then.
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                store.jdbcUrl() + "?options=-c%20default_transaction_isolation=serializable");
        environment.put("QUARKUS_DATASOURCE_USERNAME", DevelopmentStore.SERVICE.username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", DevelopmentStore.SERVICE.password());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuerServer.baseUrl());
        environment.put("REGISTRAR_PUBLIC_BASE_URL", PUBLIC);
        environment.put("REGISTRAR_ALLOWED_HOSTS", "localhost");
        environment.put("REGISTRAR_POLICIES_DEFAULT_QUOTA", String.valueOf(QUOTA));
        environment.put("REGISTRAR_POLICIES_PARTNER_GRANT_TYPES", "client_credentials");
        instances = List.of(ServiceProcess.serve(environment), ServiceProcess.serve(environment));
        for (ServiceProcess instance : instances) {
            instance.await("readiness", () -> instance.health("ready") == 200);
        }
    }

    @AfterAll
    static void stopAll() {
        instances.forEach(ServiceProcess::close);
        issuerServer.stop();
        POSTGRES.stop();
    }

    @Test
    void ofManyCallersWithOneInitialAccessTokenExactlyAsManyRegisterAsItHasUses() throws Exception {
        int uses = 20;
        Response issued = request(instances.get(0), operatorToken())
                .body("{\"policy\":\"partner\",\"max_uses\":" + uses + "}")
                .post("/initial-access-tokens");
        issued.then().statusCode(201);
        String token = issued.path("initial_access_token");

        Map<Integer, Long> statuses = atOnce(instance -> register(instance, token));

        assertEquals(Map.of(201, (long) uses, 401, (long) CALLERS - uses), statuses);
        Response left = request(instances.get(1), operatorToken()).get("/initial-access-tokens/" + issued.path("id"));
        assertEquals(uses, left.<Integer>path("uses"));
        assertEquals(uses, registeredWith(issued.path("id")));
    }

    @Test
    void aQuotaHoldsForAllInstancesTogether() throws Exception {
        String token = issuer.token()
                .claim("aud", PUBLIC + "/connect/dcr")
                .claim("sub", "quota")
                .serialize();

        Map<Integer, Long> statuses = atOnce(instance -> register(instance, token));

        assertEquals(Map.of(201, (long) QUOTA, 403, (long) CALLERS - QUOTA), statuses);
        Response own = request(instances.get(1), token).get("/clients?limit=200");
        assertEquals(QUOTA, own.<List<?>>path("clients").size());
        String one = own.path("clients[0].client_id");
        request(instances.get(0), token).delete("/clients/" + one).then().statusCode(204);
        register(instances.get(1), token).then().statusCode(201);
        register(instances.get(0), token).then().statusCode(403);
    }

    private interface OnInstance {
        Response of(ServiceProcess instance);
    }

    private static Map<Integer, Long> atOnce(OnInstance call) throws Exception {
        return AtOnce.all(IntStream.range(0, CALLERS)
                        .<Supplier<Response>>mapToObj(i -> () -> call.of(instances.get(i % instances.size()))))
                .stream()
                .collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
    }

    private static int registeredWith(String tokenId) {
        int found = 0;
        String query = "?limit=200";
        while (query != null) {
            Response page = request(instances.get(0), operatorToken()).get("/clients" + query);
            List<Map<String, Object>> callers = page.path("clients.registered_by");
            found += (int) callers.stream()
                    .filter(caller -> tokenId.equals(caller.get("token_id")))
                    .count();
            String next = page.path("next");
            query = next == null ? null : "?limit=200&after=" + next;
        }
        return found;
    }

    private static Response register(ServiceProcess instance, String token) {
        return request(instance, token)
                .body("{\"grant_types\":[\"client_credentials\"]}")
                .post("/connect/dcr");
    }

    private static String operatorToken() {
        return issuer.token()
                .claim("aud", PUBLIC + "/connect/dcr")
                .claim("sub", "operator")
                .claim("scope", "IdentityServer.Configuration.Operator")
                .serialize();
    }

    private static RequestSpecification request(ServiceProcess instance, String bearer) {
        return given().port(instance.port())
                .contentType("application/json")
                .header("Authorization", "Bearer " + bearer);
    }
}
