package io.registrar.access;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.VALIDATION;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.reissuePathOf;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.webClient;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment in which anybody may register, and nobody's access token is admitted for it. */
@QuarkusTest
@TestProfile(OpenRegistrationTest.Open.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class OpenRegistrationTest {

    public static final class Open implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.access.credentials", "open");
        }
    }

    @Test
    void anybodyRegistersWithTheTrustOfNobody() throws Exception {
        Response registered = anonymous().body(webClient().members()).post(ENDPOINT);

        // Reference 0: the default of require_consent is true for open registration only.
        registered.then().statusCode(201).body("require_consent", is(true));
        read(registered).then().statusCode(200);
        try (Connection owner = Database.asOwner()) {
            List<Map<String, Object>> rows = Database.query(
                    owner,
                    "select owner_kind from registrar.client where client_id = '" + registered.<String>path("client_id")
                            + "'");
            assertEquals(List.of(Map.of("owner_kind", "open")), rows);
        }
        anonymous().body(webClient().members()).post(VALIDATION).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "iat_x", "rat_x"})
    void aBadCredentialDoesNotMakeItsSenderNobody(String bearer) {
        request(bearer)
                .body(machineClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer realm=\"dcr\", error=\"invalid_token\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearerx", ""})
    void aCredentialOfAnotherSchemeDoesNeither(String authorization) {
        anonymous()
                .header("Authorization", authorization)
                .body(machineClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(401);
    }

    @Test
    void aMalformedCredentialStaysAnInvalidRequest() {
        anonymous()
                .header("Authorization", "Bearer a b")
                .body(machineClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"));
    }

    @Test
    void aKindThatIsNotAdmittedIsInvalidHoweverGoodTheTokenIs() {
        request(TestIssuer.ofThisTest().registrationToken())
                .body(machineClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(401)
                .body("error", is("invalid_token"));
    }

    @Test
    void managingClientsTakesAnAccessTokenAllTheSame() {
        Response registered = anonymous().body(machineClient().members()).post(ENDPOINT);
        String operator = TestIssuer.ofThisTest()
                .token()
                .claim("scope", "IdentityServer.Configuration.Operator")
                .serialize();

        anonymous().post(reissuePathOf(registered)).then().statusCode(401);
        request(TestIssuer.ofThisTest().registrationToken())
                .post(reissuePathOf(registered))
                .then()
                .statusCode(404);
        request(operator).post(reissuePathOf(registered)).then().statusCode(200);
    }
}
