package io.registrar.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where clients publish their documents, as the service may fetch them; inside, so the operator admits it. */
public final class ClientHost implements QuarkusTestResourceLifecycleManager {

    private static final AtomicInteger DOCUMENTS = new AtomicInteger();
    private static SecureServer server;

    @Override
    public Map<String, String> start() {
        TestCertificate certificate = TestCertificate.of("localhost");
        server = SecureServer.start(certificate);
        return Map.of(
                "registrar.outbound.allowed-ports",
                "443," + server.port(),
                "registrar.outbound.allowed-fetch-networks.localhost",
                "127.0.0.1/32,::1/128",
                "quarkus.tls.outbound.trust-store.p12.path",
                certificate.store().toString(),
                "quarkus.tls.outbound.trust-store.p12.password",
                TestCertificate.PASSWORD);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    public static SecureServer server() {
        return server;
    }

    /** Publishes at a new address: what failed once is not asked for again so soon. */
    public static String publish(String json) {
        String target = "/document-" + DOCUMENTS.incrementAndGet();
        server.answerJson(target, json);
        return address(target);
    }

    /** Publishes a JSON array of these URIs. */
    public static String publishList(Collection<String> uris) {
        return publish(uris.stream().map(uri -> '"' + uri + '"').collect(Collectors.joining(",", "[", "]")));
    }

    /** Where that client names a sector, publishes the document that this registration needs, and puts its address there. */
    public static void publishSector(ObjectNode client) {
        if (client.has("sector_identifier_uri")) {
            client.put("sector_identifier_uri", publishList(needed(client)));
        }
    }

    private static Set<String> needed(ObjectNode client) {
        Set<String> uris = new LinkedHashSet<>();
        client.path("redirect_uris").forEach(uri -> uris.add(uri.textValue()));
        Stream.of("jwks_uri", "backchannel_client_notification_endpoint")
                .filter(client::has)
                .forEach(member -> uris.add(client.get(member).textValue()));
        return uris;
    }

    public static String address(String target) {
        return "https://localhost:" + server.port() + target;
    }
}
