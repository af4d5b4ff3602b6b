package io.registrar.http;

import static io.registrar.testing.Http2Connection.ACK;
import static io.registrar.testing.Http2Connection.CONTINUATION;
import static io.registrar.testing.Http2Connection.DATA;
import static io.registrar.testing.Http2Connection.END_HEADERS;
import static io.registrar.testing.Http2Connection.END_STREAM;
import static io.registrar.testing.Http2Connection.HEADERS;
import static io.registrar.testing.Http2Connection.PING;
import static io.registrar.testing.Http2Connection.PRIORITY;
import static io.registrar.testing.Http2Connection.RST_STREAM;
import static io.registrar.testing.Http2Connection.SETTINGS;
import static io.registrar.testing.Http2Connection.WINDOW_UPDATE;
import static io.registrar.testing.Http2Connection.block;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Http2Connection;
import io.registrar.testing.Http2Connection.Frame;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one connection of HTTP/2 may cost, and that it ends when it wants more (RFC 9113 section 10.5). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class Http2FloodTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MOST_FRAMES = 50_000;
    private static final int MAX_CONCURRENT_STREAMS = 3;
    private static final int NO_STREAMS_MORE = 128;
    private static final int REFUSED_STREAM = 7;
    private static final byte[] NOBODY = head();
    private static final byte[] EIGHT = new byte[8];

    @TestHTTPResource("/")
    URI service;

    private final String token = TestIssuer.ofThisTest().registrationToken();

    /** @param unit writes one frame, or the few that make one turn; it is told the turn's stream and kind */
    private record Flood(String name, Step opening, Step unit) {

        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Step {
        void on(Http2Connection connection, int stream) throws IOException;
    }

    static Stream<Flood> floods() {
        Step nothing = (connection, stream) -> {};
        Step open = (connection, stream) -> connection.send(HEADERS, END_HEADERS, 1, NOBODY);
        Step unfinished = (connection, stream) -> connection.send(HEADERS, 0, 1, NOBODY);
        return Stream.of(
                new Flood("requests that are reset at once", nothing, (connection, stream) -> {
                    connection.send(HEADERS, END_HEADERS | END_STREAM, stream, NOBODY);
                    connection.sendNumber(RST_STREAM, stream, 8);
                }),
                new Flood("requests that the service has to reset: no window", nothing, (connection, stream) -> {
                    connection.send(HEADERS, END_HEADERS, stream, NOBODY);
                    connection.sendNumber(WINDOW_UPDATE, stream, 0);
                }),
                new Flood("requests that the service has to reset: too much window", nothing, (connection, stream) -> {
                    connection.send(HEADERS, END_HEADERS, stream, NOBODY);
                    connection.sendNumber(WINDOW_UPDATE, stream, Integer.MAX_VALUE);
                }),
                new Flood(
                        "requests that the service has to reset: no pseudo-header",
                        nothing,
                        (connection, stream) ->
                                connection.send(HEADERS, END_HEADERS | END_STREAM, stream, block("x", "y"))),
                new Flood(
                        "headers that go on, with nothing in them",
                        unfinished,
                        (connection, stream) -> connection.send(CONTINUATION, 0, 1)),
                new Flood(
                        "headers that go on",
                        unfinished,
                        (connection, stream) -> connection.send(CONTINUATION, 0, 1, block("x", "y"))),
                new Flood(
                        "settings",
                        nothing,
                        (connection, stream) -> connection.send(SETTINGS, 0, 0, new byte[] {0, 1, 0, 0, 16, 0})),
                new Flood(
                        "settings with nothing in them",
                        nothing,
                        (connection, stream) -> connection.send(SETTINGS, 0, 0)),
                new Flood(
                        "acknowledgements of settings",
                        nothing,
                        (connection, stream) -> connection.send(SETTINGS, ACK, 0)),
                new Flood("pings", nothing, (connection, stream) -> connection.send(PING, 0, 0, EIGHT)),
                new Flood("answers to pings", nothing, (connection, stream) -> connection.send(PING, ACK, 0, EIGHT)),
                new Flood("data with nothing in it", open, (connection, stream) -> connection.send(DATA, 0, 1)),
                new Flood("padding", open, (connection, stream) -> connection.send(DATA, 8, 1, new byte[] {1, 0})),
                new Flood(
                        "window for a stream",
                        open,
                        (connection, stream) -> connection.sendNumber(WINDOW_UPDATE, 1, 1)),
                new Flood(
                        "window for the connection",
                        nothing,
                        (connection, stream) -> connection.sendNumber(WINDOW_UPDATE, 0, 1)),
                new Flood(
                        "priorities",
                        nothing,
                        (connection, stream) -> connection.send(PRIORITY, 0, stream, new byte[] {0, 0, 0, 0, 7})),
                new Flood(
                        "frames that nobody knows",
                        nothing,
                        (connection, stream) -> connection.send(0x20, 0, 0, EIGHT)));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void aFloodEndsItsConnectionAndNoOther(Flood flood) throws IOException {
        try (Http2Connection connection = Http2Connection.to(service)) {
            assertTrue(ends(connection, flood), flood + ": the connection goes on");
        }
        assertEquals(201, register(machineClient()).statusCode());
    }

    private static boolean ends(Http2Connection connection, Flood flood) throws IOException {
        try {
            connection.send(SETTINGS, ACK, 0);
            flood.opening().on(connection, 1);
            for (int i = 1; i <= MOST_FRAMES; i++) {
                flood.unit().on(connection, 2 * i + 1);
                if (i % 100 == 0) {
                    connection.flush();
                    connection.passOver();
                }
            }
            connection.flush();
        } catch (SocketException ended) {
            return true;
        }
        return connection.endsWithin(SOON);
    }

    @Test
    void aboutAHundredStreamsAreAnnounced() throws IOException {
        try (Http2Connection connection = Http2Connection.to(service)) {
            int announced = announcedStreams(connection).orElseThrow(() -> new AssertionError("as many as you like"));

            assertTrue(announced >= 16 && announced <= NO_STREAMS_MORE, "announced: " + announced);
        }
    }

    private static Optional<Integer> announcedStreams(Http2Connection connection) {
        ByteBuffer settings = ByteBuffer.wrap(connection
                .await(frame -> frame.type() == SETTINGS, SOON)
                .orElseThrow()
                .payload());
        while (settings.hasRemaining()) {
            int name = settings.getShort();
            int value = settings.getInt();
            if (name == MAX_CONCURRENT_STREAMS) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Whoever never acknowledges the settings is bound by them all the same. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void streamsBeyondThemAreRefused(boolean acknowledged) throws IOException {
        try (Http2Connection connection = Http2Connection.to(service)) {
            if (acknowledged) {
                connection.await(frame -> frame.type() == SETTINGS, SOON);
                connection.send(SETTINGS, ACK, 0);
            }
            openTwiceAsMany(connection);
            Set<Integer> refused = new HashSet<>();
            connection.await(frame -> isRefusal(frame, refused) && refused.size() >= NO_STREAMS_MORE, SOON);

            assertTrue(refused.size() >= NO_STREAMS_MORE, "refused: " + refused.size());
        }
        assertEquals(201, register(machineClient()).statusCode());
    }

    private void openTwiceAsMany(Http2Connection connection) throws IOException {
        try {
            for (int i = 0; i < 2 * NO_STREAMS_MORE; i++) {
                connection.send(HEADERS, END_HEADERS, 2 * i + 1, waiting());
            }
            connection.flush();
        } catch (SocketException ended) {
            // Why, it has said before.
        }
    }

    /** A connection that is ended for it refuses them, too. */
    private static boolean isRefusal(Frame frame, Set<Integer> refused) {
        if (frame.type() == RST_STREAM && frame.error() == REFUSED_STREAM) {
            refused.add(frame.stream());
            return true;
        }
        if (frame.type() == Http2Connection.GOAWAY && frame.error() != 0) {
            for (int i = 0; i < NO_STREAMS_MORE; i++) {
                refused.add(-i);
            }
            return true;
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer a.b.c", "Basic eDp5"})
    void anAnswerToAnUnfinishedRequestEndsItsStream(String credential) throws Exception {
        byte[] request = credential.isEmpty() ? NOBODY : head("authorization", credential);
        try (Http2Connection connection = Http2Connection.to(service)) {
            connection.send(HEADERS, END_HEADERS, 1, request);
            connection.flush();
            Frame answer =
                    connection.await(frame -> frame.type() == HEADERS, SOON).orElseThrow();

            assertEquals(401, connection.status(answer));
            assertTrue(
                    connection
                            .await(frame -> frame.type() == RST_STREAM && frame.stream() == 1, SOON)
                            .isPresent(),
                    "the stream stays open");
        }
    }

    /** Nobody has to close a stream for the next one to be served. */
    @Test
    void manyUnfinishedRequestsAreAnsweredOneAfterTheOther() throws Exception {
        try (Http2Connection connection = Http2Connection.to(service)) {
            for (int i = 0; i < 3 * NO_STREAMS_MORE; i++) {
                int stream = 2 * i + 1;
                connection.send(HEADERS, END_HEADERS, stream, NOBODY);
                connection.flush();
                Optional<Frame> answer =
                        connection.await(frame -> frame.type() == HEADERS && frame.stream() == stream, SOON);
                if (answer.isEmpty()) {
                    // Ended for asking too often without ever finishing, which is as good.
                    assertTrue(i >= 100, "no answer to request " + i);
                    return;
                }
                assertEquals(401, connection.status(answer.get()));
            }
        }
    }

    private byte[] waiting() {
        return head("authorization", "Bearer " + token, "content-length", "100");
    }

    private static byte[] head(String... further) {
        return block(Stream.concat(
                        Stream.of(
                                ":method", "POST",
                                ":scheme", "http",
                                ":path", "/connect/dcr",
                                ":authority", "localhost",
                                "content-type", "application/json"),
                        Stream.of(further))
                .toArray(String[]::new));
    }
}
