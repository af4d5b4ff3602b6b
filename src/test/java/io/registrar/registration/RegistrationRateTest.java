package io.registrar.registration;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static io.registrar.testing.Registrar.webClient;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.Registrar;
import io.registrar.testing.Registrar.Metadata;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A policy whose callers may register two clients an hour, and have one. */
@QuarkusTest
@TestProfile(RegistrationRateTest.TwoAnHour.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class RegistrationRateTest {

    public static final class TwoAnHour implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.policies.default.grant-types", "client_credentials",
                    "registrar.policies.default.rate.registrations", "2",
                    "registrar.policies.default.rate.per", "PT1H",
                    "registrar.policies.default.quota", "1");
        }
    }

    private static String tokenOf(String subject) {
        return TestIssuer.ofThisTest().token().claim("sub", subject).serialize();
    }

    private static Response post(String subject, String path, Metadata metadata) {
        return request(tokenOf(subject)).body(metadata.members()).post(path);
    }

    private static Response register(String subject) {
        return post(subject, ENDPOINT, machineClient());
    }

    /** Registers and deletes, because of the quota. */
    private static void registerForAMoment(String subject) {
        Response registered = register(subject);
        registered.then().statusCode(201);
        Registrar.delete(registered).then().statusCode(204);
    }

    @Test
    void whoRegistersTooFastIsToldThePolicyAndWhenToComeAgain() {
        registerForAMoment("fast");
        registerForAMoment("fast");

        Response refused = register("fast");

        refused.then()
                .statusCode(429)
                .header("Cache-Control", is("no-store"))
                .body("error", is("temporarily_unavailable"))
                .body(
                        "error_description",
                        is(
                                "The policy default allows one caller 2 registrations in PT1H; send the request again later"));
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait > 1700 && wait <= 1800, () -> "Retry-After: " + wait);
        registerForAMoment("another");
    }

    @Test
    void onlyWhatIsRegisteredCounts() {
        for (int i = 0; i < 3; i++) {
            post("careful", ENDPOINT, webClient()).then().statusCode(400);
            post("careful", Registrar.VALIDATION, machineClient()).then().statusCode(200);
        }
        Response registered = register("careful");
        registered.then().statusCode(201);
        for (int i = 0; i < 3; i++) {
            register("careful").then().statusCode(403);
        }
        for (int i = 0; i < 3; i++) {
            update(registered, machineClient().name("Again " + i)).then().statusCode(200);
        }
        Registrar.delete(registered).then().statusCode(204);
        registered = register("careful");
        registered.then().statusCode(201);

        register("careful").then().statusCode(429);
        post("careful", Registrar.VALIDATION, machineClient()).then().statusCode(200);
        read(registered).then().statusCode(200);
    }
}
