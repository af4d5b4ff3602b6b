package io.registrar.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.registrar.discovery.DiscoveryDocument.UnusableDocumentException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Where an issuer publishes its discovery document (OpenID Connect Discovery section 4). */
@Singleton
class DiscoveryEndpoint {

    private static final String PATH = "/.well-known/openid-configuration";
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(5);
    private static final int LONGEST_CONNECT_MILLIS = 2000;

    private final WebClient client;

    DiscoveryEndpoint(Vertx vertx, TlsConfigurationRegistry tls) {
        WebClientOptions options =
                new WebClientOptions().setFollowRedirects(false).setConnectTimeout(LONGEST_CONNECT_MILLIS);
        tls.getDefault().ifPresent(trust -> TlsConfigUtils.configure(options, trust));
        this.client = WebClient.create(vertx, options);
    }

    /** The document as published now; fails when it cannot be read or is not this issuer's. */
    Uni<JsonNode> read(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return client.getAbs(base + PATH)
                .putHeader("Accept", "application/json")
                .timeout(LONGEST_FETCH.toMillis())
                .send()
                .map(DiscoveryEndpoint::text)
                .map(text -> DiscoveryDocument.read(text, issuer));
    }

    private static String text(HttpResponse<?> response) {
        if (response.statusCode() != 200) {
            throw new UnusableDocumentException("the answer was " + response.statusCode());
        }
        return response.bodyAsString();
    }
}
