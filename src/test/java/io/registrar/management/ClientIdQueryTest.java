package io.registrar.management;

import static io.registrar.testing.Registrar.CHALLENGE_END;
import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.RawConnection;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client configuration endpoint by {@code ?client_id=} (metadata reference, D.8). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ClientIdQueryTest {

    @TestHTTPResource
    URI service;

    @Test
    void itIsTheSameResource() {
        Response registered = register(machineClient().name("before"));
        String token = registered.path("registration_access_token");
        String path = ENDPOINT + "?client_id=" + registered.<String>path("client_id");

        Response byQuery = request(token).get(path);
        byQuery.then().statusCode(200);
        assertEquals(read(registered).<Map<String, Object>>path("$"), byQuery.<Map<String, Object>>path("$"));
        request(token).head(path).then().statusCode(200).body(is(emptyString()));
        request(token)
                .body(machineClient().name("after").members())
                .put(path)
                .then()
                .statusCode(200)
                .body("client_name", is("after"))
                .body("registration_client_uri", is(registered.<String>path("registration_client_uri")));
        request(token).delete(path).then().statusCode(204);
        request(token).get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=nobody", "client_id=", "client_id", "client_id=validate", "client_id=a%2Fb%00"})
    void anUnknownClientIsLikeAnother(String query) {
        Response registered = register(machineClient());
        String own = registered.path("registration_access_token");
        Response unknown = request("rat_x").get(ENDPOINT + "/nobody");

        Response refused = anonymous()
                .urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + own)
                .get(ENDPOINT + "?" + query);

        assertEquals(401, refused.statusCode());
        assertEquals(unknown.asString(), refused.asString());
        assertEquals(unknown.headers().asList(), refused.headers().asList());
        anonymous()
                .urlEncodingEnabled(false)
                .get(ENDPOINT + "?" + query)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"dcr\"" + CHALLENGE_END)
                .body(is(emptyString()));
    }

    @Test
    void accessTokensAreNotTakenHere() {
        Response registered = register(machineClient());

        request(TestIssuer.ofThisTest().registrationToken())
                .get(ENDPOINT + "?client_id=" + registered.<String>path("client_id"))
                .then()
                .statusCode(401)
                .body("error", is("invalid_token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=%s&client_id=other", "client_id=%s&client_id=%s"})
    void aQueryThatNamesNotOneClientIsRefused(String query) {
        Response registered = register(machineClient());
        String id = registered.path("client_id");

        anonymous()
                .urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + registered.<String>path("registration_access_token"))
                .get(ENDPOINT + "?" + query.formatted(id, id))
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/connect/dcr?client_id=%zz",
        "PUT,/connect/dcr/{own}?rotate_secret=%zz",
        "PUT,/connect/dcr/nobody?rotate_secret=%zz"
    })
    void anUnreadableQueryIsRefusedBeforeTheCredentialIsJudged(String method, String target) throws IOException {
        Response registered = register(machineClient());
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(method + " " + target.replace("{own}", registered.path("client_id")) + " HTTP/1.1\r\n"
                    + "Host: localhost\r\n"
                    + "Authorization: Bearer " + registered.path("registration_access_token") + "\r\n\r\n");

            assertEquals(400, connection.status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void withoutAClientThereIsNoSuchResource(String method) {
        anonymous()
                .request(method, ENDPOINT + "?client=x")
                .then()
                .statusCode(405)
                .header("Allow", "POST");
    }

    @Test
    void aRegistrationStaysOne() {
        // Not held against the description, which has no such parameter.
        given().header("Authorization", "Bearer " + TestIssuer.ofThisTest().registrationToken())
                .contentType(ContentType.JSON)
                .body(machineClient().members())
                .post(ENDPOINT + "?client_id=x")
                .then()
                .statusCode(201);
        request(register(machineClient()).path("registration_access_token"))
                .body(machineClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(401)
                .body("error", is("invalid_token"));
    }
}
