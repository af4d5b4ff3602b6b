package io.registrar.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An access token under construction, down to header members and claims that no library would write.
 *
 * @param header JOSE header
 * @param claims the payload
 * @param key what signs it
 */
public record TestToken(Map<String, Object> header, Map<String, Object> claims, JWK key) {

    /** The audience of the service under test. */
    public static final String AUDIENCE = "https://config.example.com/connect/dcr";

    public static final String REGISTRATION_SCOPE = "IdentityServer.Configuration";

    static TestToken of(TestIssuer issuer) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("kid", issuer.key().getKeyID());
        header.put("typ", "at+jwt");
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.url());
        claims.put("sub", "ci-pipeline");
        claims.put("client_id", "ci-pipeline");
        claims.put("aud", AUDIENCE);
        claims.put("iat", now);
        claims.put("exp", now + 300);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("scope", REGISTRATION_SCOPE);
        return new TestToken(header, claims, issuer.key());
    }

    /** With another header member; null removes it. */
    public TestToken header(String name, Object value) {
        return new TestToken(with(header, name, value), claims, key);
    }

    /** With another claim; null removes it. */
    public TestToken claim(String name, Object value) {
        return new TestToken(header, with(claims, name, value), key);
    }

    /** Signed with that key, and with that algorithm in the header. */
    public TestToken signedBy(JWK other, String algorithm) {
        return new TestToken(with(with(header, "alg", algorithm), "kid", other.getKeyID()), claims, other);
    }

    /** Signs what is there, whatever the header says. */
    public String serialize() {
        return serialize(JSONObjectUtils.toJSONString(claims));
    }

    /** Signs that payload instead of the claims. */
    public String serialize(String payload) {
        return serialize(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Signs these octets instead of the claims. */
    public String serialize(byte[] payload) {
        String input = Base64URL.encode(JSONObjectUtils.toJSONString(header)) + "." + Base64URL.encode(payload);
        return input + "." + signature(input);
    }

    private Base64URL signature(String input) {
        try {
            JWSAlgorithm algorithm = JWSAlgorithm.parse(String.valueOf(header.get("alg")));
            JWSHeader plain = new JWSHeader(algorithm);
            // Weak RSA keys are for the service to refuse.
            JWSSigner signer = key instanceof RSAKey rsa
                    ? new RSASSASigner(rsa, Set.of(AllowWeakRSAKey.getInstance()))
                    : new DefaultJWSSignerFactory().createJWSSigner(key, algorithm);
            return signer.sign(plain, input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> with(Map<String, Object> members, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }
}
