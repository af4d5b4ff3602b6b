package io.registrar.metadata.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.X509CertUtils;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificates beside a key (RFC 7517 §4.7): readable, few, and the first one is for this key. */
final class CertificateChain {

    private static final int MOST = 10;

    // The object identifiers 1.3.101.110 to 1.3.101.113 end in these octets (RFC 8410 §3).
    private static final Map<String, Byte> OKP_IDENTIFIERS =
            Map.of("X25519", (byte) 0x6E, "X448", (byte) 0x6F, "Ed25519", (byte) 0x70, "Ed448", (byte) 0x71);
    private static final int IDENTIFIER_END = 8;
    private static final int OKP_HEADER = 12;

    private CertificateChain() {}

    static Optional<String> problem(ClientKey key) {
        JsonNode chain = key.json().get("x5c");
        if (!chain.isArray() || chain.isEmpty() || chain.size() > MOST) {
            return Optional.of("must be an array of 1 to " + MOST + " certificates");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (JsonNode encoded : chain) {
            Optional<X509Certificate> certificate = certificate(encoded);
            if (certificate.isEmpty()) {
                return Optional.of("each element must be a certificate, DER in base64 (not base64url)");
            }
            certificates.add(certificate.get());
        }
        return isFor(certificates.get(0).getPublicKey(), key)
                ? Optional.empty()
                : Optional.of("the first certificate must be for this key");
    }

    private static Optional<X509Certificate> certificate(JsonNode encoded) {
        try {
            return Optional.ofNullable(encoded.textValue())
                    .map(Base64.getDecoder()::decode)
                    .map(X509CertUtils::parse)
                    .filter(certificate -> isExactly(certificate, encoded.textValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // The parser reads PEM, too, and passes over what follows the certificate, which may be a private key.
    private static boolean isExactly(X509Certificate certificate, String text) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded()).equals(text);
        } catch (CertificateEncodingException e) {
            return false;
        }
    }

    private static boolean isFor(PublicKey certified, ClientKey key) {
        if (certified instanceof RSAPublicKey rsa) {
            return key.type().equals("RSA")
                    && equal(rsa.getModulus().toByteArray(), key, "n")
                    && equal(rsa.getPublicExponent().toByteArray(), key, "e");
        }
        if (certified instanceof ECPublicKey ec) {
            return key.type().equals("EC")
                    && Curve.parse(key.curve()).equals(Curve.forECParameterSpec(ec.getParams()))
                    && equal(ec.getW().getAffineX().toByteArray(), key, "x")
                    && equal(ec.getW().getAffineY().toByteArray(), key, "y");
        }
        return key.type().equals("OKP") && isSameOctets(certified.getEncoded(), key);
    }

    private static boolean equal(byte[] certified, ClientKey key, String member) {
        return key.text(member)
                .flatMap(Base64Url::decode)
                .filter(octets -> new BigInteger(1, octets).equals(new BigInteger(1, certified)))
                .isPresent();
    }

    // RFC 8410 §4: the encoded key is a header of twelve octets and then the very octets of x.
    private static boolean isSameOctets(byte[] encoded, ClientKey key) {
        byte[] x = key.text("x").flatMap(Base64Url::decode).orElseThrow();
        return encoded.length == OKP_HEADER + x.length
                && encoded[IDENTIFIER_END] == OKP_IDENTIFIERS.get(key.curve())
                && Arrays.equals(encoded, OKP_HEADER, encoded.length, x, 0, x.length);
    }
}
