package io.registrar.access.issuer;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.reissuePathOf;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.CiIssuer;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Issuers beside each other: nothing of one counts for the tokens of another (metadata reference, I.2, I.3). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class SeveralIssuersTest {

    private final TestIssuer issuer = TestIssuer.ofThisTest();
    private final TestIssuer further = TestIssuer.further();

    @Test
    void theKeyOfOneIssuerVerifiesNoTokenOfAnotherThoughItHasTheSameId() {
        assertInvalid(post(issuer.token().signedBy(further.key(), "RS256").serialize()));
        assertInvalid(post(further.token().signedBy(issuer.key(), "RS256").serialize()));
        assertInvalid(
                post(further.token().signedBy(CiIssuer.GITHUB.key(), "RS256").serialize()));
        assertInvalid(
                post(CiIssuer.GITHUB.token().signedBy(further.key(), "RS256").serialize()));
    }

    @Test
    void anIssuerIsNamedExactly() {
        assertInvalid(post(further.token().claim("iss", further.url() + "/").serialize()));
        assertInvalid(
                post(further.token().claim("iss", further.url().toUpperCase()).serialize()));
        assertInvalid(
                post(further.token().claim("iss", new String[] {further.url()}).serialize()));
    }

    @Test
    void aSessionCookieChoosesNoIssuer() {
        request(issuer.registrationToken())
                .header("Cookie", "q_session_registrar.access.issuers.further=x; q_session=x")
                .body(machineClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(201);
    }

    @Test
    void anIssuerThatIsAwayIs503ForItsOwnTokensOnly() {
        String token =
                issuer.token().claim("iss", TestIssuerResource.UNREACHABLE).serialize();

        for (int i = 0; i < 8; i++) {
            post(token)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("error", is("temporarily_unavailable"));
        }
        post(issuer.registrationToken()).then().statusCode(201);
        post(further.registrationToken()).then().statusCode(201);
    }

    @Test
    void aCallerReachesNoClientOfTheSameNameAtAnotherIssuer() {
        Response registered = post(issuer.registrationToken());

        request(further.registrationToken())
                .post(reissuePathOf(registered))
                .then()
                .statusCode(404);
        request(issuer.registrationToken())
                .post(reissuePathOf(registered))
                .then()
                .statusCode(200);
    }

    private static Response post(String bearer) {
        return request(bearer).body(machineClient().members()).post(ENDPOINT);
    }

    private static void assertInvalid(Response response) {
        response.then().statusCode(401).body("error", is("invalid_token"));
    }
}
