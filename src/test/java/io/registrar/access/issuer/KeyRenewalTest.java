package io.registrar.access.issuer;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that change without a token that would show it. */
@QuarkusTest
@TestProfile(KeyRenewalTest.EverySecond.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class KeyRenewalTest {

    public static final class EverySecond implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.access.key-renewal-interval", "PT1S");
        }
    }

    static Stream<TestIssuer> issuers() {
        return Stream.of(TestIssuer.ofThisTest(), TestIssuer.further());
    }

    @AfterEach
    void publishTheUsualKeysAgain() throws InterruptedException {
        issuers().forEach(issuer -> issuer.publish(issuer.key().toPublicJWK()));
        for (TestIssuer issuer : issuers().toList()) {
            await(201, issuer.registrationToken());
        }
    }

    @ParameterizedTest
    @MethodSource("issuers")
    void aKeyThatIsWithdrawnVerifiesNothingAnyMore(TestIssuer issuer) throws Exception {
        String token = issuer.registrationToken();
        assertEquals(201, post(token));

        issuer.publish(new RSAKeyGenerator(2048).keyID("next").generate().toPublicJWK());

        await(401, token);
    }

    @ParameterizedTest
    @MethodSource("issuers")
    void aKeyWithoutAnIdIsFollowedByAnother(TestIssuer issuer) throws Exception {
        RSAKey next = new RSAKeyGenerator(2048).generate();
        issuer.publish(new RSAKey.Builder(issuer.key()).keyID(null).build().toPublicJWK());
        await(201, issuer.token().header("kid", null).serialize());

        issuer.publish(next.toPublicJWK());

        await(201, issuer.token().signedBy(next, "RS256").header("kid", null).serialize());
    }

    @ParameterizedTest
    @MethodSource("issuers")
    void theKeysOfAnIssuerThatIsAwayStay(TestIssuer issuer) throws Exception {
        assertEquals(201, post(issuer.registrationToken()));
        issuer.disappear();
        int before = issuer.keyRequests();
        for (int i = 0; i < 100 && issuer.keyRequests() == before; i++) {
            Thread.sleep(100);
        }

        assertTrue(issuer.keyRequests() > before);
        assertEquals(201, post(issuer.registrationToken()));
    }

    private static void await(int status, String token) throws InterruptedException {
        int last = 0;
        for (int i = 0; i < 50 && last != status; i++) {
            Thread.sleep(100);
            last = post(token);
        }
        assertEquals(status, last);
    }

    private static int post(String bearer) {
        return request(bearer).body(machineClient().members()).post(ENDPOINT).statusCode();
    }
}
