package io.registrar.management;

import static io.registrar.testing.Registrar.delete;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deployments that allow clients less, or ask more of them (metadata reference, D.2 and D.3). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@TestProfile(ManagementSwitchesTest.Strict.class)
class ManagementSwitchesTest {

    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.management.deletion",
                    "false",
                    "registrar.metadata.require-client-id-in-update",
                    "true",
                    "registrar.management.rotate-registration-token",
                    "on-update",
                    "registrar.management.previous-token-grace",
                    "PT0S");
        }
    }

    @Test
    void whereDeletionIsOffTheMethodIsNotThere() {
        Response registered = register(machineClient());

        delete(registered).then().statusCode(405).header("Allow", "GET, PUT").body("error", is("invalid_request"));
        request("rat_x").delete(pathOf(registered)).then().statusCode(405);
        read(registered).then().statusCode(200);
    }

    @Test
    void anUpdateThatMustSayClientIdIsRefusedWithoutIt() {
        Response registered = register(machineClient());

        update(registered, machineClient())
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"))
                .body("error_field", is("client_id"));
        update(registered, machineClient().with("client_id", registered.path("client_id")))
                .then()
                .statusCode(200);
    }

    @Test
    void withoutGraceTheTokenBeforeEndsAtOnce() {
        Response registered = register(machineClient());

        Response updated = update(registered, machineClient().with("client_id", registered.path("client_id")));

        updated.then().statusCode(200);
        read(registered).then().statusCode(401);
        read(updated).then().statusCode(200);
    }
}
