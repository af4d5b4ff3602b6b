import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * GitHub Actions as far as Registrar sees it, with the JDK alone: {@code Actions PORT} serves, on loopback, a key set and
 * the tokens that a job asks its runner for. The tokens have the claims that GitHub publishes, and its name as issuer;
 * the key is another one, and who believes in it has been told so ({@code jwks-url}).
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub: OpenID Connect reference</a>
 */
final class Actions {

    private final KeyPair key;

    private Actions(KeyPair key) {
        this.key = key;
    }

    public static void main(String[] arguments) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Actions actions = new Actions(generator.generateKeyPair());
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/jwks", exchange -> answer(exchange, actions.keys()));
        server.createContext("/token", exchange -> answer(exchange, actions.token(parameters(exchange))));
        server.start();
    }

    private String keys() {
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"one\",\"n\":\""
                + unsigned(open.getModulus()) + "\",\"e\":\"" + unsigned(open.getPublicExponent()) + "\"}]}";
    }

    /** What is the job's own, its runner knows; here the request says it. */
    private String token(Map<String, String> job) {
        String repository = job.get("repository");
        String ref = job.get("ref");
        Instant now = Instant.now();
        String claims = """
                {"iss":"https://token.actions.githubusercontent.com","aud":"%1$s","sub":"repo:%2$s:ref:%3$s",
                "repository":"%2$s","repository_owner":"%4$s","repository_visibility":"private","ref":"%3$s",
                "ref_type":"branch","ref_protected":"true","head_ref":"","base_ref":"","sha":"%5$s",
                "workflow":"Release","workflow_ref":"%2$s/.github/workflows/release.yml@%3$s",
                "event_name":"push","actor":"octocat","run_id":"22259804324","run_number":"10","run_attempt":"1",
                "runner_environment":"github-hosted","jti":"%6$s","nbf":%7$d,"iat":%7$d,"exp":%8$d}
                """.formatted(
                job.get("audience"),
                repository,
                ref,
                repository.substring(0, repository.indexOf('/')),
                "0b3f6c1d2e4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c",
                UUID.randomUUID(),
                now.getEpochSecond(),
                now.plusSeconds(300).getEpochSecond());
        return "{\"value\":\"" + sign(claims) + "\"}";
    }

    private String sign(String claims) {
        String signed = base64url(text("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"one\"}")) + "."
                + base64url(text(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text(signed));
            return signed + "." + base64url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = text(json);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
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
