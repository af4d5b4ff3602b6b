package io.registrar.access.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.nimbusds.jose.util.Base64URL;
import io.registrar.access.AccessSettings;
import io.registrar.testing.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that make the rules for access tokens stricter, or read another claim (metadata reference, I.2, I.4). */
class AccessSwitchesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "at+jwt, true",
        "AT+JWT, true",
        "application/at+jwt, true",
        "JWT, false",
        "'', false",
        "logout+jwt, false"
    })
    void requireAtJwtAdmitsAccessTokensThatSayTheyAreOne(String type, boolean admitted) {
        String member = type.isEmpty() ? "" : ",\"typ\":\"" + type + "\"";

        assertEquals(admitted, isAdmitted("{\"alg\":\"RS256\"" + member + "}", Map.of("require-at-jwt", "true")));
    }

    @ParameterizedTest
    @CsvSource({"jku, '\"https://evil.example/\"'", "x5u, '\"https://evil.example/\"'", "x5c, '[\"MIIB\"]'"})
    void strictHeaderRefusesKeyMaterial(String member, String value) {
        String header = "{\"alg\":\"RS256\",\"" + member + "\":" + value + "}";

        assertEquals(false, isAdmitted(header, Map.of("strict-header", "true")));
    }

    @Test
    void signatureAlgorithmsAreTheConfiguredOnes() {
        assertEquals(false, isAdmitted("{\"alg\":\"RS256\"}", Map.of("signature-algorithms", "ES256")));
        assertEquals(true, isAdmitted("{\"alg\":\"ES256\"}", Map.of("signature-algorithms", "ES256")));
    }

    @ParameterizedTest
    @CsvSource({"sub", "client_id", "iat", "jti"})
    void rfc9068StrictRequiresEachOfItsClaims(String missing) throws MalformedClaimException {
        JwtClaims complete = claims();
        JwtClaims incomplete = claims();
        incomplete.unsetClaim(missing);

        assertNull(verdict(complete, Map.of("rfc9068-strict", "true")));
        assertNotNull(verdict(incomplete, Map.of("rfc9068-strict", "true")));
        assertNull(verdict(incomplete, Map.of()));
    }

    @Test
    void maxTokenAgeCountsFromTheIssue() throws MalformedClaimException {
        JwtClaims old = claims();
        old.setIssuedAt(NumericDate.fromSeconds(NOW.minusSeconds(400).getEpochSecond()));
        JwtClaims unknown = claims();
        unknown.unsetClaim("iat");

        assertNull(verdict(old, Map.of()));
        assertNull(verdict(old, Map.of("max-token-age", "PT6M")));
        assertNotNull(verdict(old, Map.of("max-token-age", "PT5M")));
        assertNotNull(verdict(unknown, Map.of("max-token-age", "PT5M")));
    }

    @Test
    void theScopeClaimIsTheConfiguredOneAndNoOther() throws MalformedClaimException {
        JwtClaims malformedScope = claims();
        malformedScope.setClaim("scope", List.of("a b"));
        malformedScope.setClaim("scp", List.of("a"));

        assertNotNull(verdict(malformedScope, Map.of()));
        assertNull(verdict(malformedScope, Map.of("scope-claim", "scp")));
    }

    @Test
    void scopeArraysCanBeRefused() throws MalformedClaimException {
        JwtClaims array = claims();
        array.setClaim("scope", List.of("a"));

        assertNull(verdict(array, Map.of()));
        assertNotNull(verdict(array, Map.of("accept-scope-array", "false")));
    }

    @Test
    void theClockSkewIsTheConfiguredOne() throws MalformedClaimException {
        JwtClaims ahead = claims();
        ahead.setIssuedAt(NumericDate.fromSeconds(NOW.plusSeconds(45).getEpochSecond()));

        assertNull(verdict(ahead, Map.of()));
        assertNotNull(verdict(ahead, Map.of("clock-skew-seconds", "30")));
    }

    private static boolean isAdmitted(String header, Map<String, String> switches) {
        return new AccessTokenHeader(settings(switches))
                .admitted(Base64URL.encode(header) + ".e30.AA")
                .isPresent();
    }

    private static String verdict(JwtClaims claims, Map<String, String> switches) throws MalformedClaimException {
        AccessSettings settings = settings(switches);
        return new AccessTokenClaims(settings, settings.clockSkewSeconds(), true, Clock.fixed(NOW, ZoneOffset.UTC))
                .problem(claims);
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("ci");
        claims.setClaim("client_id", "ci");
        claims.setAudience("config");
        claims.setJwtId("1");
        claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.plusSeconds(300).getEpochSecond()));
        claims.setClaim("scope", "a");
        return claims;
    }

    private static AccessSettings settings(Map<String, String> switches) {
        Map<String, String> properties = new HashMap<>(Map.of("registrar.access.audience", "config"));
        switches.forEach((name, value) -> properties.put("registrar.access." + name, value));
        return Settings.of(AccessSettings.class, properties);
    }
}
