package io.registrar.connection;

import static io.registrar.testing.Registrar.RESOURCE_METADATA;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.Http2Connection;
import io.registrar.testing.LogLines;
import io.registrar.testing.RawConnection;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connections that are too many, or on which no request arrives. */
@QuarkusTest
@TestProfile(ConnectionLimitsTest.Few.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ConnectionLimitsTest {

    private static final int MOST = 12;
    private static final String REQUEST = "GET " + RESOURCE_METADATA + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration LATE = Duration.ofSeconds(2);

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    public static final class Few implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registrar.connections.most-per-source",
                    String.valueOf(MOST),
                    "registrar.body-timeout",
                    "PT30S",
                    "registrar.connections.header-timeout",
                    LATE.toString());
        }
    }

    private RawConnection served() throws IOException {
        RawConnection connection = RawConnection.to(service);
        connection.send(REQUEST);
        List<String> head = connection.head();
        assertTrue(head.get(0).contains(" 200"), head::toString);
        connection.skip(head);
        return connection;
    }

    private static boolean isServed(RawConnection connection) throws IOException {
        try {
            connection.send(REQUEST);
            return connection.status() == 200;
        } catch (SocketException closed) {
            return false;
        }
    }

    /** A request whose body does not end by itself. */
    private RawConnection busy() throws IOException {
        RawConnection connection = RawConnection.to(service);
        connection.sendAll("POST /connect/dcr HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TestIssuer.ofThisTest().registrationToken()
                + "\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{");
        return connection;
    }

    @Test
    void theConnectionThatRestedLongestMakesRoom() throws Exception {
        List<RawConnection> open = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * MOST; i++) {
                open.add(served());
            }
            assertTrue(open.get(0).isClosedByPeer());
            assertTrue(isServed(open.get(2 * MOST - 1)));
        } finally {
            closeAll(open);
        }
    }

    @Test
    void whereAllHaveRequestsOneMoreIsEndedAndCounted() throws Exception {
        List<RawConnection> open = new ArrayList<>();
        try (LogLines log = new LogLines()) {
            while (open.size() < MOST) {
                RawConnection connection = busy();
                assertFalse(connection.isAnsweredWithin(Duration.ofMillis(100)));
                open.add(connection);
            }
            try (RawConnection more = RawConnection.to(service)) {
                assertTrue(more.isClosedByPeer());
            }
            assertEquals(200, given().get(management.resolve("/q/health/live")).statusCode());
            open.remove(0).close();
            for (int i = 0; i < 100; i++) {
                try (RawConnection again = RawConnection.to(service)) {
                    if (isServed(again)) {
                        break;
                    }
                }
                assertTrue(i < 99, "no place was given back");
                Thread.sleep(20);
            }
            List<String> counted = log.await("too many from one source");
            assertEquals(1, counted.size(), counted::toString);
            assertTrue(
                    counted.get(0).startsWith("WARN io.registrar.connection.EndedConnections: Connections ended in"));
        } finally {
            closeAll(open);
        }
    }

    private static void closeAll(List<RawConnection> connections) throws IOException {
        for (RawConnection connection : connections) {
            connection.close();
        }
    }

    @Test
    void aConnectionThatNeverAsksForAnythingIsEnded() throws IOException {
        try (RawConnection silent = RawConnection.to(service)) {
            assertTrue(silent.isClosedByPeer());
        }
    }

    @Test
    void aHeadThatTakesTooLongEndsItsConnectionHoweverOftenAByteComes() throws Exception {
        try (RawConnection slow = served()) {
            long begun = System.nanoTime();
            slow.send("GET " + RESOURCE_METADATA + " HTTP/1.1\r\nX-Slow: ");
            boolean ended = false;
            while (!ended && System.nanoTime() - begun < LATE.multipliedBy(5).toNanos()) {
                ended = slow.isAnsweredWithin(Duration.ofMillis(100)) || !sends(slow);
            }
            assertTrue(ended);
            assertTrue(System.nanoTime() - begun >= LATE.toNanos());
        }
    }

    private static boolean sends(RawConnection connection) {
        try {
            connection.send("a");
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void aHeadOfHttp2ThatTakesTooLongEndsItsConnection() throws IOException {
        try (Http2Connection slow = Http2Connection.to(service)) {
            slow.send(Http2Connection.HEADERS, Http2Connection.END_STREAM, 1, Http2Connection.block(":method", "GET"));
            slow.flush();

            assertTrue(slow.endsWithin(LATE.multipliedBy(5)));
        }
    }

    @Test
    void betweenRequestsAConnectionMayRestForLonger() throws Exception {
        try (RawConnection resting = served()) {
            Thread.sleep(LATE.plusMillis(500).toMillis());
            resting.send(REQUEST);

            assertEquals(200, resting.status());
        }
    }

    @Test
    void aBodyMayTakeLongerThanAHead() throws Exception {
        try (RawConnection uploading = RawConnection.to(service)) {
            uploading.send("POST /connect/dcr HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + TestIssuer.ofThisTest().registrationToken()
                    + "\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{\"grant_types\":");
            assertFalse(uploading.isAnsweredWithin(LATE.plusMillis(500)));
            uploading.send("[\"client_credentials\"]}   ");

            assertEquals(201, uploading.status());
        }
    }
}
