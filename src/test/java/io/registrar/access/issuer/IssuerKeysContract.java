package io.registrar.access.issuer;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.registrar.testing.TestIssuer;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that come, go and cannot be fetched (metadata reference, I.2, I.3). */
abstract class IssuerKeysContract {

    private static final int BURST = 5;
    private static final int RUSH = 40;
    private static final long REFILL_MILLIS = 150;
    private final TestIssuer issuer = issuer();

    /** Whose keys come and go. */
    abstract TestIssuer issuer();

    /** A burst that one test can use up without the others feeling it. */
    public static final class QuickRefills implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.access.key-refresh-burst",
                    String.valueOf(BURST),
                    "registrar.access.key-refresh-interval",
                    Duration.ofMillis(REFILL_MILLIS).toString());
        }
    }

    @AfterEach
    void publishTheUsualKeyAgain() throws InterruptedException {
        issuer.publish(issuer.key().toPublicJWK());
        Thread.sleep(BURST * REFILL_MILLIS);
    }

    @Test
    void aKeyPublishedAMomentAgoIsAdmittedWithoutRestart() throws Exception {
        RSAKey next = rsa("next-" + UUID.randomUUID());
        assertInvalid(post(issuer.token().signedBy(next, "RS256").serialize()));

        issuer.publish(issuer.key().toPublicJWK(), next.toPublicJWK());

        post(issuer.token().signedBy(next, "RS256").serialize()).then().statusCode(201);
        post(issuer.registrationToken()).then().statusCode(201);
    }

    @Test
    void aRushOfTokensOfANewKeyIsAdmittedWhole() throws Exception {
        RSAKey next = rsa("rush-" + UUID.randomUUID());
        issuer.publish(issuer.key().toPublicJWK(), next.toPublicJWK());
        String token = issuer.token().signedBy(next, "RS256").serialize();
        ExecutorService callers = Executors.newFixedThreadPool(RUSH);
        try {
            List<Callable<Integer>> requests =
                    Collections.nCopies(RUSH, () -> post(token).statusCode());

            for (Future<Integer> status : callers.invokeAll(requests)) {
                assertEquals(201, status.get());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void whileTheIssuerIsAwayAnUnknownKeyIs503AndAKnownOneIsJudgedAsUsual() throws Exception {
        RSAKey next = rsa("away-" + UUID.randomUUID());
        post(issuer.registrationToken()).then().statusCode(201);

        issuer.disappear();

        for (int i = 0; i < 3; i++) {
            post(issuer.token().signedBy(next, "RS256").serialize())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("error", is("temporarily_unavailable"));
        }
        post(issuer.registrationToken()).then().statusCode(201);
        assertInvalid(post(issuer.token().claim("aud", "other").serialize()));
        assertInvalid(post("opaque"));

        issuer.publish(issuer.key().toPublicJWK());
        assertInvalid(post(issuer.token().signedBy(next, "RS256").serialize()));
    }

    @Test
    void anIssuerThatHangsUpOrDawdlesIsAway() throws Exception {
        String unknown =
                issuer.token().header("kid", "away-" + UUID.randomUUID()).serialize();

        issuer.hangUp();
        post(unknown).then().statusCode(503).header("Retry-After", notNullValue());

        issuer.dawdle();
        post(unknown)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .time(lessThan(8_000L));
        post(issuer.registrationToken()).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Back soon</html>",
                "",
                "[]",
                "{}",
                "{\"keys\":null}",
                "{\"keys\":\"none\"}",
                "{\"keys\":[null]}"
            })
    void whatIsNoKeySetEndsNoKeyThatIsKnown(String answer) {
        String unknown =
                issuer.token().header("kid", "away-" + UUID.randomUUID()).serialize();
        post(issuer.registrationToken()).then().statusCode(201);

        issuer.answerWith(answer);

        post(unknown).then().statusCode(503).header("Retry-After", notNullValue());
        post(issuer.registrationToken()).then().statusCode(201);
    }

    @Test
    void inventedKeyIdsDoNotBecomeALoadOnTheIssuer() {
        int before = issuer.keyRequests();
        long start = System.nanoTime();

        for (int i = 0; i < 50; i++) {
            assertInvalid(post(issuer.token().header("kid", "invented-" + i).serialize()));
        }

        int fetches = issuer.keyRequests() - before;
        long refilled = Duration.ofNanos(System.nanoTime() - start).toMillis() / REFILL_MILLIS + 1;
        assertTrue(fetches <= BURST + refilled, fetches + " fetches, " + refilled + " refilled");
        assertTrue(fetches < 50, "every invented key id was a fetch");
        post(issuer.registrationToken()).then().statusCode(201);
    }

    @Test
    void withoutAKeyIdTheKeyMustBeClear() throws Exception {
        RSAKey second = rsa("second-" + UUID.randomUUID());
        ECKey elliptic =
                new ECKeyGenerator(Curve.P_256).keyID("ec-" + UUID.randomUUID()).generate();
        issuer.publish(issuer.key().toPublicJWK(), elliptic.toPublicJWK());
        refresh();
        post(issuer.token().header("kid", null).serialize()).then().statusCode(201);
        post(issuer.token().signedBy(elliptic, "ES256").serialize()).then().statusCode(201);

        issuer.publish(issuer.key().toPublicJWK(), second.toPublicJWK());
        refresh();
        assertInvalid(post(issuer.token().header("kid", null).serialize()));
        post(issuer.registrationToken()).then().statusCode(201);
    }

    @Test
    void aKeyForEncryptionVerifiesNothing() throws Exception {
        RSAKey encryption = new RSAKeyGenerator(2048)
                .keyID("enc-" + UUID.randomUUID())
                .keyUse(KeyUse.ENCRYPTION)
                .generate();
        issuer.publish(issuer.key().toPublicJWK(), encryption.toPublicJWK());

        RSAKey misused = new RSAKey.Builder(encryption).keyUse(null).build();
        assertInvalid(post(issuer.token().signedBy(misused, "RS256").serialize()));
    }

    @Test
    void anRsaKeyOfLessThan2048BitsVerifiesNothing() throws Exception {
        RSAKey weak = new RSAKeyGenerator(1024, true)
                .keyID("weak-" + UUID.randomUUID())
                .generate();
        issuer.publish(issuer.key().toPublicJWK(), weak.toPublicJWK());

        for (String algorithm : List.of("RS256", "PS256")) {
            assertInvalid(post(issuer.token().signedBy(weak, algorithm).serialize()));
        }
    }

    @Test
    void aKeyIsUsedForItsOwnAlgorithmAndOperationsOnly() throws Exception {
        RSAKey ofAnotherAlgorithm = new RSAKeyGenerator(2048)
                .keyID("ps256-" + UUID.randomUUID())
                .algorithm(JWSAlgorithm.PS256)
                .generate();
        RSAKey forWrapping = new RSAKeyGenerator(2048)
                .keyID("wrap-" + UUID.randomUUID())
                .keyOperations(Set.of(KeyOperation.WRAP_KEY))
                .generate();
        issuer.publish(issuer.key().toPublicJWK(), ofAnotherAlgorithm.toPublicJWK(), forWrapping.toPublicJWK());

        for (RSAKey unfit : new RSAKey[] {ofAnotherAlgorithm, forWrapping}) {
            RSAKey misused = new RSAKey.Builder(unfit)
                    .algorithm(null)
                    .keyOperations(null)
                    .build();
            // Twice: the first makes the service fetch the key, the second finds it there.
            assertInvalid(post(issuer.token().signedBy(misused, "RS256").serialize()));
            assertInvalid(post(issuer.token().signedBy(misused, "RS256").serialize()));
        }
        post(issuer.token().signedBy(ofAnotherAlgorithm, "PS256").serialize())
                .then()
                .statusCode(201);
    }

    @Test
    void anUnfitKeyIsInvalidWithoutAskingTheIssuer() throws Exception {
        ECKey elliptic =
                new ECKeyGenerator(Curve.P_256).keyID("ec-" + UUID.randomUUID()).generate();
        issuer.publish(issuer.key().toPublicJWK(), elliptic.toPublicJWK());
        refresh();
        int before = issuer.keyRequests();

        assertInvalid(post(issuer.token().header("kid", elliptic.getKeyID()).serialize()));

        assertEquals(before, issuer.keyRequests());
    }

    @Test
    void aKeyOnAnotherCurveDoesNotMakeTheKeyUnclear() throws Exception {
        ECKey elliptic = new ECKeyGenerator(Curve.P_256)
                .keyID("p256-" + UUID.randomUUID())
                .generate();
        ECKey larger = new ECKeyGenerator(Curve.P_384)
                .keyID("p384-" + UUID.randomUUID())
                .generate();
        issuer.publish(issuer.key().toPublicJWK(), elliptic.toPublicJWK(), larger.toPublicJWK());
        refresh();

        post(issuer.token().signedBy(elliptic, "ES256").header("kid", null).serialize())
                .then()
                .statusCode(201);
    }

    @Test
    void aThumbprintInTheHeaderDoesNotHideTheKey() {
        int before = issuer.keyRequests();

        post(issuer.token().header("x5t#S256", "AAAA").serialize()).then().statusCode(201);

        assertEquals(before, issuer.keyRequests());
    }

    private void refresh() {
        assertInvalid(post(
                issuer.token().header("kid", "refresh-" + UUID.randomUUID()).serialize()));
    }

    private static RSAKey rsa(String keyId) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(keyId).keyUse(KeyUse.SIGNATURE).generate();
    }

    private static Response post(String bearer) {
        return request(bearer).body(machineClient().members()).post(ENDPOINT);
    }

    private static void assertInvalid(Response response) {
        response.then().statusCode(401).body("error", is("invalid_token"));
    }
}
