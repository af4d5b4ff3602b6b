package io.registrar.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A token issuer whose documents come over HTTP, as a real one's do; {@link TestIssuer} steers it. */
public final class TestIssuerResource implements QuarkusTestResourceLifecycleManager {

    private WireMockServer server;

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID("first")
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
            TestIssuer issuer = new TestIssuer(server.baseUrl(), key);
            issuer.publish(key.toPublicJWK());
            return Map.of(
                    "quarkus.oidc.auth-server-url", server.baseUrl(), TestIssuer.KEY_PROPERTY, key.toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
