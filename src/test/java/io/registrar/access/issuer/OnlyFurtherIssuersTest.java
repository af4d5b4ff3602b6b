package io.registrar.access.issuer;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.request;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deployment that has no issuer in {@code quarkus.oidc}. */
@QuarkusTest
@TestProfile(OnlyFurtherIssuersTest.WithoutTheDefault.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class OnlyFurtherIssuersTest {

    public static final class WithoutTheDefault implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.tenant-enabled", "false", "registrar.access.key-renewal-interval", "PT1S");
        }
    }

    @Test
    void tokensOfTheOthersAreAdmittedAndTheirKeysFollowed() throws Exception {
        TestIssuer further = TestIssuer.further();
        assertEquals(401, post(TestIssuer.ofThisTest().registrationToken()));
        assertEquals(201, post(further.registrationToken()));

        further.publish(new RSAKeyGenerator(2048).keyID("next").generate().toPublicJWK());

        int status = 201;
        for (int i = 0; i < 100 && status == 201; i++) {
            Thread.sleep(100);
            status = post(further.registrationToken());
        }
        assertEquals(401, status);
    }

    private static int post(String token) {
        return request(token).body(machineClient().members()).post(ENDPOINT).statusCode();
    }
}
