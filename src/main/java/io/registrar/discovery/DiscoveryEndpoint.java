package io.registrar.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.outbound.FetchException;
import io.registrar.outbound.FetchRequest;
import io.registrar.outbound.GuardedClient;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;

/** Where an issuer publishes its discovery document (OpenID Connect Discovery section 4). */
@Singleton
class DiscoveryEndpoint {

    private static final String PATH = "/.well-known/openid-configuration";

    private final GuardedClient client;

    DiscoveryEndpoint(GuardedClient client) {
        this.client = client;
    }

    /** The document as published now; fails when it cannot be read or is not this issuer's. */
    Uni<JsonNode> read(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        FetchRequest request = FetchRequest.ofOperator(base + PATH);
        return Uni.createFrom()
                .item(() -> ofIssuer(client.json(request), issuer))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    // Section 4.3: the document must name the identifier from which its address was formed, letter by letter.
    private static JsonNode ofIssuer(JsonNode document, String issuer) {
        if (!issuer.equals(document.path("issuer").textValue())) {
            throw new FetchException("it does not name the issuer " + issuer);
        }
        return document;
    }
}
