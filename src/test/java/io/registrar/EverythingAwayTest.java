package io.registrar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.registrar.testing.Registrar.VALIDATION;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.LogLines;
import io.registrar.testing.RawConnection;
import io.registrar.testing.Registrar;
import io.registrar.testing.TestIssuer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A service whose database and own issuer were never there, and whose further issuer and identity server go away: what
 * it does by the clock goes on, and says in a line what it misses. {@link ScheduledTasksTest} sees to it that nothing
 * is forgotten.
 */
@QuarkusTest
@TestProfile(EverythingAwayTest.Restless.class)
class EverythingAwayTest {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private static WireMockServer server;
    private static TestIssuer issuer;
    private static int closed;

    @ConfigProperty(name = "quarkus.management.test-port", defaultValue = "9001")
    int managementPort;

    @TestHTTPResource("/")
    URI service;

    private LogLines log;

    /** Does everything often. */
    public static final class Restless implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.access.key-renewal-interval", "PT1S",
                    "registrar.discovery.enabled", "true",
                    "registrar.discovery.refresh-interval", "PT0.3S",
                    "registrar.discovery.retry-interval", "PT0.3S",
                    "registrar.body-timeout", "PT1S",
                    "quarkus.datasource.jdbc.acquisition-timeout", "1S");
        }

        /** The database and the issuer of all other tests are what is away here. */
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Elsewhere.class));
        }
    }

    /** A further issuer that is the identity server, too, and a port where nobody is. */
    public static final class Elsewhere implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            server = new WireMockServer(
                    WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
            server.start();
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                closed = socket.getLocalPort();
                issuer = new TestIssuer(
                        server.baseUrl(),
                        new RSAKeyGenerator(2048).keyID("only").generate());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            publish();
            String nowhere = "127.0.0.1:" + closed;
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "quarkus.management.test-port", "0",
                    "registrar.public-base-url", "https://config.example.com",
                    "registrar.allowed-hosts", "localhost",
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://" + nowhere + "/registrar",
                    "quarkus.datasource.username", "registrar_service",
                    "quarkus.datasource.password", "none",
                    "quarkus.oidc.auth-server-url", "http://" + nowhere,
                    "registrar.access.issuers.leaving.issuer", issuer.url(),
                    "registrar.discovery.issuer", issuer.url());
        }

        @Override
        public void stop() {
            server.stop();
        }
    }

    @BeforeEach
    void everythingThatCanBeThereIs() throws InterruptedException {
        come();
        log = new LogLines();
    }

    @AfterEach
    void nothingWroteMoreThanALine() {
        log.close();
        assertEquals(List.of(), log.longerThanALine());
    }

    private static int discoveries() {
        return server.findAll(getRequestedFor(urlEqualTo(DISCOVERY))).size();
    }

    private static void awaitTwoMore(IntSupplier requests) throws InterruptedException {
        int before = requests.getAsInt();
        for (int i = 0; i < 200 && requests.getAsInt() < before + 2; i++) {
            Thread.sleep(100);
        }
        assertTrue(requests.getAsInt() >= before + 2, "nobody asks any more");
    }

    private static int validate() {
        return request(issuer.registrationToken())
                .body(machineClient().members())
                .post(VALIDATION)
                .statusCode();
    }

    private static void publish() {
        issuer.publish(issuer.key().toPublicJWK());
        String url = server.baseUrl();
        String document = "{'issuer':'" + url + "','jwks_uri':'" + url + "/jwks','response_types_supported':[],"
                + "'grant_types_supported':['client_credentials'],"
                + "'token_endpoint_auth_methods_supported':['client_secret_basic']}";
        server.stubFor(get(urlEqualTo(DISCOVERY)).willReturn(okJson(document.replace('\'', '"'))));
    }

    private static void come() throws InterruptedException {
        publish();
        awaitTwoMore(EverythingAwayTest::discoveries);
        assertEquals(200, validate());
        awaitTwoMore(issuer::keyRequests);
    }

    @Test
    void keysThatCannotBeFetchedAnewAreSaidOnceAndAskedForAgain() throws Exception {
        String line = "cannot be asked for its keys anew";
        issuer.disappear();
        assertEquals(1, log.await(line).size());
        awaitTwoMore(issuer::keyRequests);
        assertEquals(1, log.with(line).size());
        assertEquals(200, validate());

        come();
        issuer.dawdle();
        assertTrue(log.await("TimeoutException").get(0).contains(line));
        assertEquals(2, log.with(line).size());
    }

    @Test
    void aDiscoveryDocumentThatIsGoneIsSaidOnceAndAskedForAgain() throws Exception {
        String line = "discovery document could not be read";
        for (int outage = 1; outage <= 2; outage++) {
            server.stubFor(
                    get(urlEqualTo(DISCOVERY)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
            awaitTwoMore(EverythingAwayTest::discoveries);
            awaitTwoMore(EverythingAwayTest::discoveries);
            assertEquals(outage, log.with(line).size());
            assertEquals(200, validate());
            come();
        }
    }

    @Test
    void refusalsThatCannotBeWrittenAreCountedInALineAndTheNextAreTried() throws Exception {
        for (int time = 1; time <= 2; time++) {
            anonymous().post(Registrar.ENDPOINT).then().statusCode(401);
            String line = "1 refusals could not be written to the trail";
            for (int i = 0; i < 200 && log.with(line).size() < time; i++) {
                Thread.sleep(100);
            }
            assertEquals(time, log.with(line).size());
        }
    }

    @Test
    void aCallerWhoGoesAwayBeforeItsBodyLeavesNothingInTheLog() throws Exception {
        String begun = "POST " + VALIDATION + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + issuer.registrationToken()
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        try (RawConnection gone = RawConnection.to(service);
                RawConnection stays = RawConnection.to(service)) {
            gone.send(begun);
            stays.send(begun);
            Thread.sleep(300);
            gone.reset();

            assertEquals(408, stays.status());
        }
        // The one that went away was due before.
        assertEquals(List.of(), log.with("io.registrar.http"));
        assertEquals(200, validate());
    }

    @Test
    void anIssuerThatNeverAnswersIsSaidOnceHoweverOftenReadinessIsAsked() throws Exception {
        String line = "token issuer's keys could not be fetched";
        unready();
        assertEquals(1, log.with(line).size());
        try (ServerSocket silent = new ServerSocket(closed, 50, InetAddress.getLoopbackAddress())) {
            assertTrue(silent.isBound());
            unready();
        }
        assertEquals(1, log.with(line).size());
    }

    private void unready() {
        given().get("http://localhost:" + managementPort + "/q/health/ready")
                .then()
                .statusCode(503)
                .body(containsString("the issuer's keys could not be fetched yet"));
    }
}
