package io.registrar.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The CI systems of the README. Their tokens have the shape that their makers publish (`src/test/resources/tokens`), and
 * every one of them has a key of its own under the same key id.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub: OpenID Connect reference</a>
 * @see <a href="https://docs.gitlab.com/ci/secrets/id_token_authentication/">GitLab: ID token authentication</a>
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/">Kubernetes: managing
 *     service accounts</a>
 */
public enum CiIssuer {
    GITHUB,
    GITLAB,
    CLUSTER;

    /** Its name in the configuration. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The settings of the README, with keys that come from that server. */
    static Map<String, String> settings(WireMockServer server) {
        Map<String, String> settings = new HashMap<>();
        for (CiIssuer issuer : values()) {
            RSAKey key = TestIssuerResource.key();
            String path = "/" + issuer.id() + "/jwks";
            server.stubFor(get(urlEqualTo(path)).willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
            settings.putAll(ReadmeExample.settings(issuer.id()));
            settings.put("registrar.access.issuers." + issuer.id() + ".jwks-url", server.baseUrl() + path);
            settings.put(issuer.keyProperty(), key.toJSONString());
        }
        // The keys of these tests need no certificate authority of a cluster.
        settings.keySet().removeIf(name -> name.contains("tls"));
        return settings;
    }

    private String keyProperty() {
        return "test.ci." + id() + ".key";
    }

    /** The claims of a token, as they are published. */
    public Map<String, Object> claims() {
        try {
            String json = Files.readString(Path.of("src/test/resources/tokens", id() + ".json"));
            return new LinkedHashMap<>(JSONObjectUtils.parse(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that was issued a moment ago. */
    public TestToken token() {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = claims();
        claims.put("iat", now);
        claims.put("nbf", now - 5);
        claims.put("exp", now + 300);
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256", "kid", "first"));
        if (this != CLUSTER) {
            header.put("typ", "JWT");
        }
        return new TestToken(header, claims, key());
    }

    /** Its key; of the same id as every other issuer's. */
    public RSAKey key() {
        try {
            return RSAKey.parse(ConfigProvider.getConfig().getValue(keyProperty(), String.class));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
