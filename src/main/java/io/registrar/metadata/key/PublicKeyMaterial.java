package io.registrar.metadata.key;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.Optional;

/** The numbers of a public key: complete, canonical, strong enough (RFC 7518 §6, RFC 8037 §2). */
final class PublicKeyMaterial {

    private static final int SHORTEST_MODULUS = 2048;
    private static final int LONGEST_MODULUS = 8192;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65537);

    private PublicKeyMaterial() {}

    static Optional<String> problem(ClientKey key) {
        if (key.type().equals("RSA")) {
            return rsaProblem(key);
        }
        Optional<Integer> octets = KeyAlgorithms.octets(key.type(), key.curve());
        if (octets.isEmpty()) {
            return Optional.of(
                    "crv is not supported; use P-256, P-384, P-521 (EC), Ed25519, Ed448, X25519, X448 (OKP)");
        }
        return key.type().equals("EC") ? curveProblem(key, octets.get()) : coordinateProblem(key, "x", octets.get());
    }

    private static Optional<String> rsaProblem(ClientKey key) {
        Optional<BigInteger> modulus = number(key, "n");
        Optional<BigInteger> exponent = number(key, "e");
        if (modulus.isEmpty() || exponent.isEmpty()) {
            return Optional.of("n and e must be base64url numbers without padding and leading zero octets");
        }
        int bits = modulus.get().bitLength();
        if (bits < SHORTEST_MODULUS || bits > LONGEST_MODULUS) {
            return Optional.of("the RSA modulus must have from 2048 to 8192 bits");
        }
        BigInteger e = exponent.get();
        boolean sound = e.testBit(0) && e.compareTo(LEAST_EXPONENT) >= 0 && e.compareTo(modulus.get()) < 0;
        return sound ? Optional.empty() : Optional.of("the RSA exponent must be odd and at least 65537");
    }

    private static Optional<BigInteger> number(ClientKey key, String member) {
        return key.text(member)
                .flatMap(Base64Url::decode)
                .filter(octets -> octets.length > 0 && octets[0] != 0)
                .map(octets -> new BigInteger(1, octets));
    }

    private static Optional<String> curveProblem(ClientKey key, int octets) {
        return coordinateProblem(key, "x", octets)
                .or(() -> coordinateProblem(key, "y", octets))
                .or(() -> isOnCurve(key) ? Optional.empty() : Optional.of("the point x, y is not on the curve"));
    }

    private static Optional<String> coordinateProblem(ClientKey key, String member, int octets) {
        boolean sound = key.text(member)
                .flatMap(Base64Url::decode)
                .filter(decoded -> decoded.length == octets)
                .isPresent();
        return sound
                ? Optional.empty()
                : Optional.of(member + " must be base64url without padding, of " + octets + " octets on this curve");
    }

    private static boolean isOnCurve(ClientKey key) {
        try {
            new ECKey.Builder(
                            Curve.parse(key.curve()),
                            new Base64URL(key.text("x").orElseThrow()),
                            new Base64URL(key.text("y").orElseThrow()))
                    .build();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
