package io.registrar.registration;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.metadata;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.webClient;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class RegistrationTest {

    @Test
    void aMachineClientGetsIdentifierSecretAndTokenAndEveryDefault() {
        long before = Instant.now().getEpochSecond();

        Response response = register(machineClient().name("Nightly import").scope("orders.read"));

        response.then()
                .statusCode(201)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body("client_id", matchesPattern("[A-Za-z0-9_-]{22}"))
                .body("client_secret", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("client_secret_expires_at", is(0))
                .body("registration_access_token", matchesPattern("rat_[A-Za-z0-9_-]{43}"))
                .body("client_name", is("Nightly import"))
                .body("scope", is("orders.read"))
                .body("application_type", is("web"))
                .body("grant_types", contains("client_credentials"))
                .body("response_types", hasSize(0))
                .body("token_endpoint_auth_method", is("client_secret_basic"))
                .body("$", not(hasKey("subject_type")))
                .body("$", not(hasKey("id_token_signed_response_alg")));
        String clientId = response.path("client_id");
        String uri = "https://config.example.com/connect/dcr/" + clientId;
        assertEquals(uri, response.path("registration_client_uri"));
        assertEquals(uri, response.header("Location"));
        long issuedAt = ((Number) response.path("client_id_issued_at")).longValue();
        assertTrue(issuedAt >= before && issuedAt <= Instant.now().getEpochSecond());
    }

    @Test
    void aWebClientGetsTheOpenIdDefaults() {
        register(webClient())
                .then()
                .statusCode(201)
                .body("redirect_uris", contains("https://app.example.com/cb"))
                .body("grant_types", contains("authorization_code"))
                .body("response_types", contains("code"))
                .body("subject_type", is("public"))
                .body("id_token_signed_response_alg", is("RS256"))
                .body("require_auth_time", is(false));
    }

    @Test
    void aPublicClientGetsNoSecretAndNoEndOfOne() {
        register(metadata()
                        .with("application_type", "native")
                        .redirectUris("com.example.app:/oauth2redirect")
                        .authMethod("none"))
                .then()
                .statusCode(201)
                .body("$", not(hasKey("client_secret")))
                .body("$", not(hasKey("client_secret_expires_at")));
    }

    @Test
    void unknownMembersAreNeitherRefusedNorEchoed() {
        register(machineClient().with("shoe_size", 43).with("@type", "x").with("Redirect_uris", List.of("nonsense")))
                .then()
                .statusCode(201)
                .body("$", not(hasKey("shoe_size")))
                .body("$", not(hasKey("@type")))
                .body("$", not(hasKey("Redirect_uris")));
    }

    @Test
    void nobodyChoosesTheIdentifierOrTheSecret() {
        Response response = register(machineClient()
                .with("client_id", "mine")
                .with("client_secret", "mine")
                .with("client_id_issued_at", 1)
                .with("registration_access_token", "mine")
                .with("registration_client_uri", "https://evil.example/"));

        response.then().statusCode(201);
        assertNotEquals("mine", response.path("client_id"));
        assertNotEquals("mine", response.path("client_secret"));
        assertNotEquals("mine", response.path("registration_access_token"));
        assertTrue(((Number) response.path("client_id_issued_at")).longValue() > 1);
        assertTrue(response.<String>path("registration_client_uri").startsWith("https://config.example.com/"));
    }

    @Test
    void namesInOtherLanguagesComeBackAsSent() {
        register(webClient().name("Demo").with("client_name#fr", "Démo").with("client_name#ja-Jpan-JP", "デモ"))
                .then()
                .statusCode(201)
                .body("'client_name#fr'", is("Démo"))
                .body("'client_name#ja-Jpan-JP'", is("デモ"));
    }

    @Test
    void everyViolationIsNamedAndTheFirstOneDecides() {
        register(webClient()
                        .redirectUris("http://app.example.com/cb", "https://app.example.com/cb#x")
                        .name(" padded ")
                        .with("contacts", "not a list"))
                .then()
                .statusCode(400)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .body("error", is("invalid_client_metadata"))
                .body("error_field", is("contacts"))
                .body(
                        "violations.pointer",
                        contains("/contacts", "/redirect_uris/0", "/redirect_uris/1", "/client_name"))
                .body(
                        "violations.code",
                        contains(
                                "invalid_client_metadata",
                                "invalid_redirect_uri",
                                "invalid_redirect_uri",
                                "invalid_client_metadata"))
                .body("violations.message", everyItem(not(blankOrNullString())));
    }

    @Test
    void aRefusedRegistrationHasNoCredentialsInIt() {
        register("{\"redirect_uris\":[\"http://app.example.com/cb\"]}")
                .then()
                .statusCode(400)
                .body("error", is("invalid_redirect_uri"))
                .body("error_description", startsWith("redirect_uris[0]: "))
                .body("$", aMapWithSize(4));
    }

    @Test
    void twoAddressesBehindOneCommaAreRefused() {
        register(webClient().redirectUris("https://good.example/cb,https://evil.example/cb"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_redirect_uri"));
        register(machineClient().scope("orders.read,orders.write"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_client_metadata"))
                .body("error_field", is("scope"));
    }

    @Test
    void noClientIsRegisteredForTheScopesOfThisService() {
        for (String scope : List.of("IdentityServer.Configuration", "IdentityServer.Configuration.Operator")) {
            register(machineClient().scope("orders.read " + scope))
                    .then()
                    .statusCode(400)
                    .body("error", is("invalid_client_metadata"))
                    .body("error_field", is("scope"));
        }
    }

    @Test
    void brokenJsonIsRefusedAsClientMetadata() {
        register("{\"client_name\":\"a\",\"client_name\":\"b\"}")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"));
    }
}
