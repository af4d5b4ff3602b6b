package io.registrar.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where clients publish their documents, as the service may fetch them; inside, so the operator admits it. */
public final class ClientHost implements QuarkusTestResourceLifecycleManager {

    /** How long the service takes to refuse a document; short, because tests have many refused. */
    public static final Duration REFUSAL_TIME = Duration.ofMillis(500);

    /** A name of the same server for which the operator made no exception. */
    public static final String PUBLIC_NAME = "sector.example.com";

    private static final AtomicInteger DOCUMENTS = new AtomicInteger();
    private static SecureServer server;

    private final Map<String, String> settings = new HashMap<>();

    /** @param further settings instead of those with which most tests fetch */
    @Override
    public void init(Map<String, String> further) {
        settings.put("registrar.outbound.fetches-per-caller-and-minute", "1000");
        settings.put("registrar.outbound.refusal-time", REFUSAL_TIME.toString());
        settings.putAll(further);
    }

    @Override
    public Map<String, String> start() {
        TestCertificate certificate = TestCertificate.of("localhost", PUBLIC_NAME);
        server = SecureServer.start(certificate);
        settings.put("registrar.outbound.allowed-ports", "443," + server.port());
        settings.put("registrar.outbound.allowed-fetch-networks.localhost", "127.0.0.1/32,::1/128");
        settings.put(
                "quarkus.tls.outbound.trust-store.p12.path", certificate.store().toString());
        settings.put("quarkus.tls.outbound.trust-store.p12.password", TestCertificate.PASSWORD);
        // A key that the documents' host would take, and that must not be shown to it.
        settings.put(
                "quarkus.tls.outbound.key-store.p12.path", certificate.store().toString());
        settings.put("quarkus.tls.outbound.key-store.p12.password", TestCertificate.PASSWORD);
        return settings;
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

    /** The same address under the public name. */
    public static String inPublic(String address) {
        return address.replace("//localhost:", "//" + PUBLIC_NAME + ":");
    }

    public static String address(String target) {
        return "https://localhost:" + server.port() + target;
    }
}
