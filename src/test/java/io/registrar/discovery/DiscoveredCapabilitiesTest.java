package io.registrar.discovery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.metadata;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.webClient;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The identity server's discovery document narrows what clients may register (reference G.2). */
@QuarkusTest
@TestProfile(DiscoveredCapabilitiesTest.Discovering.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@QuarkusTestResource(value = DiscoveredCapabilitiesTest.IdentityServer.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiscoveredCapabilitiesTest {

    private static final String PATH = "/.well-known/openid-configuration";
    private static WireMockServer identityServer;

    @ConfigProperty(name = "quarkus.management.test-port", defaultValue = "9001")
    int managementPort;

    /** Asks often, so that a test need not wait. */
    public static final class Discovering implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.discovery.enabled", "true",
                    "registrar.discovery.refresh-interval", "PT0.2S",
                    "registrar.discovery.retry-interval", "PT0.2S");
        }
    }

    /** The one whose clients these are; at first it has nothing to say. */
    public static final class IdentityServer implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            identityServer = new WireMockServer(
                    WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
            identityServer.start();
            return Map.of("registrar.discovery.issuer", identityServer.baseUrl());
        }

        @Override
        public void stop() {
            identityServer.stop();
        }
    }

    private static void publish(String issuer, String members) {
        identityServer.stubFor(get(urlEqualTo(PATH))
                .willReturn(okJson("{\"issuer\":\"" + issuer + "\"," + members.replace('\'', '"') + "}")));
    }

    private static Response until(Supplier<Response> request, IntPredicate wanted) throws InterruptedException {
        Response response = request.get();
        for (int i = 0; i < 50 && !wanted.test(response.statusCode()); i++) {
            Thread.sleep(100);
            response = request.get();
        }
        return response;
    }

    @Test
    @Order(1)
    void nothingIsRegisteredUntilTheDocumentWasReadOnce() {
        register(machineClient())
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("error", is("temporarily_unavailable"));
        given().get("http://localhost:" + managementPort + "/q/health/ready")
                .then()
                .statusCode(503)
                .body(containsString("discovery document"));
    }

    @Test
    @Order(2)
    void aDocumentOfAnotherIssuerIsNotBelieved() throws Exception {
        publish("https://elsewhere.example", "'grant_types_supported':['client_credentials']");
        Thread.sleep(600);
        register(machineClient()).then().statusCode(503);
    }

    @Test
    @Order(3)
    void whatTheDocumentNamesMayBeRegisteredAndNothingElse() throws Exception {
        publish(
                identityServer.baseUrl(),
                "'grant_types_supported':['client_credentials','authorization_code','refresh_token'],"
                        + "'response_types_supported':['code'],'subject_types_supported':['public'],"
                        + "'token_endpoint_auth_methods_supported':['client_secret_basic','client_secret_post'],"
                        + "'id_token_signing_alg_values_supported':['ES256'],'scopes_supported':['openid','api']");
        until(() -> register(machineClient()), status -> status == 201).then().statusCode(201);

        register(webClient().scope("openid api"))
                .then()
                .statusCode(201)
                .body("id_token_signed_response_alg", is("ES256"));
        register(machineClient().authMethod("private_key_jwt").with("jwks_uri", "https://a.example.com/jwks"))
                .then()
                .statusCode(400)
                .body("error_field", is("token_endpoint_auth_method"));
        register(metadata().grantTypes("urn:ietf:params:oauth:grant-type:device_code"))
                .then()
                .statusCode(400)
                .body("error_field", is("grant_types"));
        // A document may leave scopes out, and need not list that a client does without authentication.
        register(webClient().scope("openid other")).then().statusCode(201);
        register(webClient().authMethod("none")).then().statusCode(201);
        register(webClient().with("userinfo_signed_response_alg", "RS256"))
                .then()
                .statusCode(400)
                .body("error_field", is("userinfo_signed_response_alg"));
    }

    @Test
    @Order(4)
    void aChangeOfTheDocumentIsFollowedAndItsAbsenceIsNot() throws Exception {
        publish(
                identityServer.baseUrl(),
                "'grant_types_supported':['client_credentials'],'response_types_supported':[],"
                        + "'token_endpoint_auth_methods_supported':['client_secret_basic','private_key_jwt']");
        Supplier<Response> withKey = () ->
                register(machineClient().authMethod("private_key_jwt").with("jwks_uri", "https://a.example.com/jwks"));
        until(withKey, status -> status == 201).then().statusCode(201);

        identityServer.stubFor(
                get(urlEqualTo(PATH)).willReturn(aResponse().withStatus(500).withBody("{}")));
        Thread.sleep(600);

        withKey.get().then().statusCode(201);
    }
}
