package io.registrar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proxy that says by the PROXY protocol for whom it speaks is in no network from which requests are taken. */
@QuarkusTest
@TestProfile(ProxiedSourceTest.Intranet.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ProxiedSourceTest {

    private static final String REQUEST = "HEAD /clients HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TestHTTPResource("/")
    URI service;

    public static final class Intranet implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.limits.allowed-source-networks", "10.20.0.0/16",
                    "quarkus.http.proxy.use-proxy-protocol", "true");
        }
    }

    @ParameterizedTest
    @CsvSource({"10.20.0.1, 401", "10.21.0.1, 403"})
    void whomTheProxySpeaksForIsJudged(String client, int status) throws IOException {
        try (RawConnection connection = connection(client)) {
            assertEquals(status, connection.status());
        }
    }

    @Test
    void aProxyHasAsManyConnectionsAsAnySource() throws IOException {
        List<RawConnection> open = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                open.add(connection("10.20.0.1"));
                assertEquals(401, open.get(i).status(), "connection " + i);
            }
        } finally {
            for (RawConnection connection : open) {
                connection.close();
            }
        }
    }

    private RawConnection connection(String client) throws IOException {
        RawConnection connection = RawConnection.to(service);
        connection.send("PROXY TCP4 " + client + " 10.20.0.5 40000 8080\r\n" + REQUEST);
        return connection;
    }
}
