package io.registrar.management;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ETag} and {@code If-Match} (metadata reference, D.3; RFC 9110 section 13.1.1). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class EntityTagTest {

    @Test
    void everyAnswerNamesTheVersionThatItShows() {
        Response registered = register(machineClient());

        registered.then().header("ETag", matchesPattern("\"[0-9]+\""));
        assertEquals(registered.header("ETag"), read(registered).header("ETag"));
        Response updated = update(registered, machineClient());
        assertNotEquals(registered.header("ETag"), updated.header("ETag"));
        assertEquals(updated.header("ETag"), read(registered).header("ETag"));
    }

    @Test
    void aStaleVersionIsNeitherReplacedNorDeleted() {
        Response registered = register(machineClient());
        String stale = registered.header("ETag");
        String current = update(registered, machineClient().name("after")).header("ETag");

        put(registered, stale).then().statusCode(412).body("error", is("invalid_request"));
        delete(registered, stale).then().statusCode(412).body("error", is("invalid_request"));
        read(registered).then().body("client_name", is("after")).header("ETag", current);

        put(registered, current).then().statusCode(200);
        delete(registered, current).then().statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"1\"", "\"0\", \"1\"", "\"0\" ,*"})
    void whatNamesTheCurrentVersionIsTaken(String header) {
        Response registered = register(machineClient());

        put(registered, header).then().statusCode(200);
        delete(register(machineClient()), header).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "1", "\"2\"", "\"\"", "\"01\"", ""})
    void allElseIsAnotherVersion(String header) {
        Response registered = register(machineClient());

        put(registered, header).then().statusCode(412);
        delete(registered, header).then().statusCode(412);
    }

    @Test
    void theCredentialComesBeforeTheVersion() {
        Response registered = register(machineClient());

        request("rat_x")
                .header("If-Match", "\"7\"")
                .body(machineClient().members())
                .put(pathOf(registered))
                .then()
                .statusCode(401);
    }

    private static Response put(Response registered, String ifMatch) {
        return request(registered.path("registration_access_token"))
                .header("If-Match", ifMatch)
                .body(machineClient().members())
                .put(pathOf(registered));
    }

    private static Response delete(Response registered, String ifMatch) {
        return request(registered.path("registration_access_token"))
                .header("If-Match", ifMatch)
                .delete(pathOf(registered));
    }
}
