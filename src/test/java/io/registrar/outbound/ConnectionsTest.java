package io.registrar.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.registrar.testing.SecureServer;
import io.registrar.testing.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final FetchLimits LIMITS = FetchLimits.STANDARD;

    private static Vertx vertx;
    private static TestCertificate certificate;

    private SecureServer server;

    @BeforeAll
    static void prepare() {
        vertx = Vertx.vertx();
        certificate = TestCertificate.of("sector.example.com");
    }

    @AfterAll
    static void end() {
        vertx.close();
    }

    @BeforeEach
    void start() {
        server = SecureServer.start(certificate);
        server.answerJson("/", "[]");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static HttpClientOptions options() {
        return Connections.options(Optional.of(certificate.trust()), LIMITS);
    }

    private static String get(HttpClientOptions options, int port, Predicate<SocketAddress> admitted) {
        Connections connections = new Connections(vertx, options, new ResponseCheck(1000, false), LIMITS);
        try {
            return new String(
                    connections.get(
                            FetchRequest.ofClient("https://sector.example.com:" + port + "/"),
                            SocketAddress.inetSocketAddress(port, "127.0.0.1"),
                            admitted,
                            Deadline.after(Duration.ofSeconds(15))),
                    StandardCharsets.UTF_8);
        } finally {
            connections.close();
        }
    }

    @Test
    void whatIsConnectedToIsJudgedBeforeAnythingIsSent() {
        List<String> judged = new ArrayList<>();
        FetchException failure = assertThrows(
                FetchException.class,
                () -> get(options(), server.port(), remote -> {
                    judged.add(remote.hostAddress());
                    return false;
                }));
        assertEquals("the connection leads elsewhere", failure.getMessage());
        assertEquals(List.of("127.0.0.1"), judged);
        assertTrue(server.received().isEmpty());

        assertEquals("[]", get(options(), server.port(), remote -> true));
        assertEquals(1, server.received().size());
    }

    @Test
    void noCertificateIsShownToAServerThatAsksForOne() {
        get(options(), server.port(), remote -> true);
        assertFalse(server.received().get(0).certified());

        HttpClientOptions careless = options();
        careless.setKeyCertOptions(certificate.key());
        get(careless, server.port(), remote -> true);
        assertTrue(server.received().get(1).certified(), "this server does ask");
    }

    @Test
    void nothingOlderThanTls12IsOfferedOrTaken() throws Exception {
        assertEquals(Set.of("TLSv1.2", "TLSv1.3"), options().getEnabledSecureTransportProtocols());
        try (OldServer old = OldServer.start()) {
            assertThrows(FetchException.class, () -> get(options(), old.port(), remote -> true));
            assertEquals(Set.of(0x0303, 0x0304), old.offered());
            assertEquals(OldServer.PROTOCOL_VERSION, old.alert());
        }
    }
}
