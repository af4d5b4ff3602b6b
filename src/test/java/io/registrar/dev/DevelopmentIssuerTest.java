package io.registrar.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DevelopmentIssuerTest {

    private static final Path KEY = Path.of("target/issuer-test.jwk");
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> GRANT = Optional.of("client_credentials");

    private final DevelopmentIssuerResource resource = new DevelopmentIssuerResource(
            new DevelopmentIssuer("http://localhost:8080/dev", IssuerKey.in(KEY)),
            "the-default-audience",
            "http://localhost:8080/connect/dcr");

    @Test
    void aTokenLooksLikeAnIdentityServersAndItsKeyIsPublished() throws Exception {
        Response response =
                resource.token(basic("me:secret"), GRANT, NONE, NONE, Optional.of("register other"), NONE, NONE);

        assertEquals(200, response.getStatus());
        assertEquals("no-store", response.getHeaderString("Cache-Control"));
        assertEquals("Bearer", body(response).get("token_type"));
        assertEquals(300L, body(response).get("expires_in"));
        assertEquals("register other", body(response).get("scope"));
        SignedJWT token = token(response);
        JWKSet keys = JWKSet.parse(resource.keys());
        assertFalse(keys.containsNonPublicKeys());
        assertTrue(token.verify(new RSASSAVerifier(
                keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())));
        assertEquals("at+jwt", token.getHeader().getType().getType());
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertEquals("http://localhost:8080/dev", claims.getIssuer());
        assertEquals("me", claims.getSubject());
        assertEquals("me", claims.getStringClaim("client_id"));
        assertEquals(List.of("the-default-audience"), claims.getAudience());
        assertEquals("register other", claims.getStringClaim("scope"));
        assertEquals(
                300_000,
                claims.getExpirationTime().getTime() - claims.getIssueTime().getTime());
    }

    @Test
    void audienceAndLifetimeAreTheCallersEvenWhenExpired() throws Exception {
        Response response = resource.token(
                NONE, GRANT, Optional.of("me"), Optional.of("s"), NONE, Optional.of("elsewhere"), Optional.of("-60"));

        JWTClaimsSet claims = token(response).getJWTClaimsSet();
        assertEquals(List.of("elsewhere"), claims.getAudience());
        assertTrue(claims.getExpirationTime().before(claims.getIssueTime()));
        assertFalse(claims.getClaims().containsKey("scope"));
    }

    @Test
    void aCallerWithoutCredentialsIsChallenged() {
        for (Optional<String> authorization : List.of(NONE, Optional.of("Basic !"), basic("me:"), basic(":secret"))) {
            Response response = resource.token(authorization, GRANT, Optional.of("me"), NONE, NONE, NONE, NONE);

            assertEquals(401, response.getStatus());
            assertEquals("invalid_client", body(response).get("error"));
            assertTrue(response.getHeaderString("WWW-Authenticate").startsWith("Basic "));
        }
    }

    @Test
    void otherGrantsAndOddLifetimesAreRefused() {
        assertEquals("unsupported_grant_type", error(Optional.of("password"), NONE));
        assertEquals("invalid_request", error(NONE, NONE));
        assertEquals("invalid_request", error(GRANT, Optional.of("soon")));
    }

    @Test
    void theKeyOutlivesTheProcess() throws Exception {
        String before = IssuerKey.in(KEY).getKeyID();

        assertEquals(before, IssuerKey.in(KEY).getKeyID());
        Files.delete(KEY);
        assertFalse(before.equals(IssuerKey.in(KEY).getKeyID()));
    }

    private String error(Optional<String> grant, Optional<String> expiresIn) {
        Response response = resource.token(basic("me:secret"), grant, NONE, NONE, NONE, NONE, expiresIn);
        assertEquals(400, response.getStatus());
        return String.valueOf(body(response).get("error"));
    }

    private static SignedJWT token(Response response) throws Exception {
        return SignedJWT.parse(String.valueOf(body(response).get("access_token")));
    }

    private static Map<?, ?> body(Response response) {
        return (Map<?, ?>) response.getEntity();
    }

    private static Optional<String> basic(String pair) {
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
