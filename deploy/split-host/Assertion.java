import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * What a client of {@code private_key_jwt} needs, with the JDK alone: {@code keys FILE} makes a key pair, keeps the
 * private key in the file and prints the public JWK Set; {@code sign FILE CLIENT AUDIENCE} prints an assertion
 * (RFC 7523 section 3) that lives for a minute.
 */
final class Assertion {

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        System.out.println(
                arguments[0].equals("keys") ? keys(file) : sign(file, arguments[2], arguments[3], Instant.now()));
    }

    private static String keys(Path file) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.write(file, pair.getPrivate().getEncoded());
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"one\",\"n\":\""
                + unsigned(key.getModulus()) + "\",\"e\":\"" + unsigned(key.getPublicExponent()) + "\"}]}";
    }

    private static String sign(Path file, String client, String audience, Instant now) throws Exception {
        String claims = "{\"iss\":\"" + client + "\",\"sub\":\"" + client + "\",\"aud\":\"" + audience
                + "\",\"jti\":\"" + UUID.randomUUID() + "\",\"iat\":" + now.getEpochSecond() + ",\"exp\":"
                + now.plusSeconds(60).getEpochSecond() + "}";
        String signed = base64url(text("{\"alg\":\"RS256\",\"kid\":\"one\"}")) + "." + base64url(text(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(privateKey(file));
        signature.update(text(signed));
        return signed + "." + base64url(signature.sign());
    }

    private static PrivateKey privateKey(Path file) throws Exception {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
    }

    /** RFC 7518 section 6.3.1: big-endian, without the sign's leading zero. */
    private static String unsigned(BigInteger number) {
        byte[] octets = number.toByteArray();
        return base64url(octets[0] == 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64url(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
