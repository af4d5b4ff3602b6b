package io.registrar.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Token issuers whose documents come over HTTP, as real ones' do; {@link TestIssuer} steers two of them. The others are
 * the CI systems of the README, with its settings, and one that was never there.
 */
public final class TestIssuerResource implements QuarkusTestResourceLifecycleManager {

    /** The further issuer that nobody can reach. */
    public static final String UNREACHABLE = "http://127.0.0.1:1";

    private final List<WireMockServer> servers = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        Map<String, String> properties = new HashMap<>(CiIssuer.settings(server()));
        TestIssuer issuer = issuer();
        properties.put("quarkus.oidc.auth-server-url", issuer.url());
        properties.put(TestIssuer.KEY_PROPERTY, issuer.key().toJSONString());
        TestIssuer further = issuer();
        properties.put(TestIssuer.FURTHER_ISSUER, further.url());
        properties.put(TestIssuer.FURTHER_KEY_PROPERTY, further.key().toJSONString());
        properties.put("registrar.access.issuers.unreachable.issuer", UNREACHABLE);
        return properties;
    }

    private TestIssuer issuer() {
        TestIssuer issuer = new TestIssuer(server().baseUrl(), key());
        issuer.publish(issuer.key().toPublicJWK());
        return issuer;
    }

    private WireMockServer server() {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        servers.add(server);
        return server;
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID("first")
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        servers.forEach(WireMockServer::stop);
    }
}
