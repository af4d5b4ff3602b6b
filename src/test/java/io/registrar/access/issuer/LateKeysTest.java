package io.registrar.access.issuer;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.LogLines;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An issuer that is asked for its keys token by token, as in development: there is no key set to renew. */
@QuarkusTest
@TestProfile(LateKeysTest.AsInDevelopment.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class LateKeysTest {

    private static final String LINE = "is asked for keys token by token";

    public static final class AsInDevelopment implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    // Long enough for the test to see the first time.
                    "registrar.access.key-renewal-interval", "PT4S",
                    "quarkus.oidc.token.issuer", "${quarkus.oidc.auth-server-url}",
                    "quarkus.oidc.discovery-enabled", "false",
                    "quarkus.oidc.jwks-path", "/jwks",
                    "quarkus.oidc.jwks.resolve-early", "false");
        }
    }

    @Test
    void thatNothingIsRenewedIsSaidOnceAndNothingIsThrown() throws Exception {
        try (LogLines log = new LogLines()) {
            assertEquals(1, log.await(LINE).size());
            register(machineClient()).then().statusCode(201);
            // The next time, now that a token brought keys along.
            Thread.sleep(5_000);

            assertEquals(1, log.with(LINE).size());
            assertEquals(List.of(), log.longerThanALine());
            assertEquals(List.of(), log.with("ERROR"));
        }
    }
}
