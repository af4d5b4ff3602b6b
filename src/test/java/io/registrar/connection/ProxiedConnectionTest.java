package io.registrar.connection;

import static io.registrar.testing.Registrar.RESOURCE_METADATA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.RawConnection;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Behind the PROXY protocol the first line is the proxy's; what follows it is bounded as everywhere. */
@QuarkusTest
@TestProfile(ProxiedConnectionTest.BehindProxy.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ProxiedConnectionTest {

    private static final String PROXY = "PROXY TCP4 192.0.2.7 192.0.2.1 50000 8080\r\n";
    private static final String PING = "\0\0\u0008\u0006\0\0\0\0\0" + "12345678";

    @TestHTTPResource("/")
    URI service;

    public static final class BehindProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.use-proxy-protocol", "true");
        }
    }

    @Test
    void aRequestBehindTheProxysLineIsAnswered() throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(PROXY + "GET " + RESOURCE_METADATA + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertEquals(200, connection.status());
        }
    }

    @Test
    void aMalformedRequestBehindItIsRefused() throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(PROXY + "GET " + RESOURCE_METADATA + " HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n");

            assertEquals(400, connection.status());
            assertTrue(connection.isClosedByPeer());
        }
    }

    @Test
    void aFloodBehindItEndsTheConnection() throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(PROXY + "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0\0\0\u0004\0\0\0\0\0");
            connection.sendAll(PING.repeat(20_000));

            assertTrue(connection.isClosedByPeer());
        }
    }
}
