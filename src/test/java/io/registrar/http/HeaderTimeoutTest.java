package io.registrar.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of requests have to come in time; whoever has had an answer may stay for the next. */
@QuarkusTest
@TestProfile(HeaderTimeoutTest.Short.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class HeaderTimeoutTest {

    private static final Duration LONGER = Duration.ofSeconds(3);

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    public static final class Short implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.connections.header-timeout", "PT1S");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "P", "GET /clients HTTP/1.1\r\nHost: localhost\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"})
    void aConnectionWithoutARequestEnds(String begun) throws IOException {
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(begun);

            assertTrue(connection.isClosedByPeer());
        }
    }

    @Test
    void whoHasHadAnAnswerMayStay() throws IOException {
        assertStaysOpen(service, "HEAD /clients HTTP/1.1\r\nHost: localhost\r\n\r\n", "");
    }

    @Test
    void whoseBodyEndsBehindTheAnswerMayStay() throws IOException {
        assertStaysOpen(service, "HEAD /clients HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n", "{ }\n");
    }

    @Test
    void aProbeMayKeepItsConnection() throws IOException {
        assertStaysOpen(management, "HEAD /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n", "");
    }

    private static void assertStaysOpen(URI port, String request, String rest) throws IOException {
        try (RawConnection connection = RawConnection.to(port)) {
            connection.send(request);
            assertTrue(connection.status() > 0);
            connection.send(rest);

            assertFalse(connection.isAnsweredWithin(LONGER), "the connection ended");
        }
    }
}
