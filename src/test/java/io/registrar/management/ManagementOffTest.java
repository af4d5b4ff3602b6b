package io.registrar.management;

import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.Database;
import io.registrar.testing.Registrar;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment whose clients do not manage themselves (metadata reference, D.2). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@TestProfile(ManagementOffTest.Off.class)
class ManagementOffTest {

    public static final class Off implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.management.enabled", "false");
        }
    }

    @Test
    void aRegistrationIsAnsweredWithoutAnAddressAndATokenForIt() throws SQLException {
        Response registered = register(machineClient());

        registered
                .then()
                .statusCode(201)
                .header("Location", nullValue())
                .body("client_secret", notNullValue())
                .body("$", not(hasKey("registration_client_uri")))
                .body("$", not(hasKey("registration_access_token")));
        try (Connection service = Database.asService()) {
            assertEquals(List.of(), Database.query(service, """
                    select t.id from registration_access_token t join client c on c.id = t.client
                    where c.client_id = '%s'
                    """.formatted(registered.<String>path("client_id"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "POST"})
    void thereIsNoClientConfigurationEndpoint(String method) {
        String clientId = register(machineClient()).path("client_id");

        anonymous().request(method, Registrar.ENDPOINT + "/" + clientId).then().statusCode(404);
        request("rat_x")
                .request(method, Registrar.ENDPOINT + "/" + clientId)
                .then()
                .statusCode(404);
        request(TestIssuer.ofThisTest().registrationToken())
                .post("/clients/" + clientId + "/registration-access-token")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void itsOtherFormIsNotThereEither(String method) {
        String clientId = register(machineClient()).path("client_id");

        request("rat_x")
                .request(method, Registrar.ENDPOINT + "?client_id=" + clientId)
                .then()
                .statusCode(405)
                .header("Allow", is("POST"));
    }
}
