package io.registrar.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The issuer that the service under test trusts: publishes keys, withholds them, signs tokens. */
public final class TestIssuer {

    static final String KEY_PROPERTY = "test.issuer.key";
    static final String FURTHER_KEY_PROPERTY = "test.further-issuer.key";
    static final String FURTHER_ISSUER = "registrar.access.issuers.further.issuer";
    private static final String JWKS = "/jwks";

    private final String url;
    private final RSAKey key;

    public TestIssuer(String url, RSAKey key) {
        this.url = url;
        this.key = key;
    }

    /** The issuer of the running test. */
    public static TestIssuer ofThisTest() {
        return configured("quarkus.oidc.auth-server-url", KEY_PROPERTY);
    }

    /** Another issuer whose tokens bear scopes. Its key has the same id. */
    public static TestIssuer further() {
        return configured(FURTHER_ISSUER, FURTHER_KEY_PROPERTY);
    }

    private static TestIssuer configured(String url, String key) {
        Config config = ConfigProvider.getConfig();
        try {
            return new TestIssuer(config.getValue(url, String.class), RSAKey.parse(config.getValue(key, String.class)));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return url;
    }

    /** The key that tokens are signed with when nothing else is said; always among the published ones. */
    public RSAKey key() {
        return key;
    }

    /** Publishes exactly these keys. */
    public void publish(JWK... keys) {
        WireMock server = server();
        server.register(get(urlEqualTo("/.well-known/openid-configuration"))
                .willReturn(okJson("{\"issuer\":\"%s\",\"jwks_uri\":\"%s%s\",\"token_endpoint\":\"%s/token\"}"
                        .formatted(url, url, JWKS, url))));
        server.register(get(urlEqualTo(JWKS)).willReturn(okJson(new JWKSet(List.of(keys)).toString())));
    }

    /** From now on every request for the keys is answered with that text, and 200. */
    public void answerWith(String text) {
        server().register(get(urlEqualTo(JWKS)).willReturn(okJson(text)));
    }

    /** From now on every request for the keys ends in a cut connection. */
    public void disappear() {
        server().register(get(urlEqualTo(JWKS)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    /** From now on every request for the keys finds the connection closed, without an answer. */
    public void hangUp() {
        server().register(get(urlEqualTo(JWKS)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    }

    /** From now on every request for the keys is answered too late. */
    public void dawdle() {
        server().register(get(urlEqualTo(JWKS)).willReturn(okJson("{}").withFixedDelay(15_000)));
    }

    /** How often the keys were asked for. */
    public int keyRequests() {
        return server().find(getRequestedFor(urlEqualTo(JWKS))).size();
    }

    /** A token that the service admits; to be spoiled in one respect by the test. */
    public TestToken token() {
        return TestToken.of(this);
    }

    /** An admitted token with the registration scope. */
    public String registrationToken() {
        return token().serialize();
    }

    /** A new connection each time: a test may have restarted the server meanwhile. */
    private WireMock server() {
        return new WireMock("127.0.0.1", URI.create(url).getPort());
    }
}
