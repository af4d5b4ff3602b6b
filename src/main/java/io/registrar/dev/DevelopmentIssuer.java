package io.registrar.dev;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Signs access tokens that look like an identity server's (RFC 9068), for whoever asks. */
final class DevelopmentIssuer {

    private final String name;
    private final RSAKey key;

    DevelopmentIssuer(String name, RSAKey key) {
        this.name = name;
        this.key = key;
    }

    /** The issuer identifier, which is also the address below which its endpoints are. */
    String name() {
        return name;
    }

    Map<String, Object> publicKeys() {
        return new JWKSet(key).toJSONObject(true);
    }

    /**
     * @param scope empty for a token without scopes
     * @param lifetime in seconds; negative for a token that has expired already
     */
    String sign(String clientId, String scope, String audience, long lifetime) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(name)
                .subject(clientId)
                .claim("client_id", clientId)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(lifetime)))
                .jwtID(UUID.randomUUID().toString());
        if (!scope.isEmpty()) {
            claims.claim("scope", scope);
        }
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType("at+jwt"))
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
