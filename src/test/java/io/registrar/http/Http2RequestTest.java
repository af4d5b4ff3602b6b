package io.registrar.http;

import static io.registrar.testing.Http2Connection.DATA;
import static io.registrar.testing.Http2Connection.END_HEADERS;
import static io.registrar.testing.Http2Connection.END_STREAM;
import static io.registrar.testing.Http2Connection.HEADERS;
import static io.registrar.testing.Http2Connection.RST_STREAM;
import static io.registrar.testing.Http2Connection.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.Http2Connection;
import io.registrar.testing.Http2Connection.Frame;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests that HTTP/2 can spell and HTTP cannot mean (RFC 9113 section 8): each is answered or its stream reset,
 * registers nothing, and is worth no stack trace.
 */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class Http2RequestTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Logger ROOT = Logger.getLogger("");

    @TestHTTPResource("/")
    URI service;

    private final String token = TestIssuer.ofThisTest().registrationToken();
    private final String name = UUID.randomUUID().toString();
    private final Queue<LogRecord> thrown = new ConcurrentLinkedQueue<>();
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getThrown() != null) {
                thrown.add(entry);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void collect() {
        ROOT.addHandler(collector);
    }

    @AfterEach
    void collectNoMore() {
        ROOT.removeHandler(collector);
    }

    @Test
    void aWholeRequestIsTaken() throws Exception {
        assertEquals(Optional.of(201), outcome(fields("", "", "")));
        assertTrue(isRegistered());
    }

    /**
     * @param without pseudo-header fields that are left out, separated by spaces
     * @param field one more, or another value of one of these; {@code \r}, {@code \n} and {@code \0} stand for octets
     */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', nullValues = "-", delimiter = '|', textBlock = """
                    CONNECT as it should be      | :path :scheme | :method        | CONNECT
                    CONNECT with a path          | -             | :method        | CONNECT
                    CONNECT and nothing else     | :path :scheme :authority | :method | CONNECT
                    no path                      | :path         | x              | y
                    no scheme                    | :scheme       | x              | y
                    no method                    | :method       | x              | y
                    neither authority nor host   | :authority    | x              | y
                    no pseudo-header at all      | :path :scheme :authority :method | x | y
                    an empty path                | -             | :path          | ``
                    an empty method              | -             | :method        | ``
                    an empty authority           | -             | :authority     | ``
                    an asterisk for a path       | -             | :path          | *
                    a path without a slash       | -             | :path          | connect/dcr
                    a path that is a whole URL   | -             | :path          | http://evil.example/connect/dcr
                    a path with a space          | -             | :path          | /connect/dcr HTTP/1.1
                    a path with a line end       | -             | :path          | /connect/dcr\\r\\nX: y
                    a path with a NUL            | -             | :path          | /connect/dcr\\0
                    a method with a space        | -             | :method        | POST /x
                    a method that nobody knows   | -             | :method        | BREW
                    another host                 | -             | :authority     | evil.example
                    a host that is none          | -             | :authority     | [::1
                    a user before the host       | -             | :authority     | x@localhost
                    a host that differs          | -             | host           | evil.example
                    an unknown pseudo-header     | -             | :status        | 200
                    an invented pseudo-header    | -             | :invented      | x
                    a protocol                   | -             | :protocol      | websocket
                    capitals in a name           | -             | X-Value        | x
                    a space in a name            | -             | x value        | x
                    a colon in a name            | -             | x:y            | x
                    a line end in a name         | -             | x\\r\\nz       | x
                    no name                      | -             | ``             | x
                    a line end in a value        | -             | x-value        | x\\r\\nz: y
                    a line feed in a value       | -             | x-value        | x\\nz
                    a NUL in a value             | -             | x-value        | x\\0y
                    a connection of its own      | -             | connection     | close
                    a coding of its own          | -             | transfer-encoding | chunked
                    an upgrade                   | -             | upgrade        | h2c
                    te other than trailers       | -             | te             | gzip
                    a longer length than its body | -            | content-length | 1000
                    a shorter length than its body | -           | content-length | 1
                    a length that is no number   | -             | content-length | many
                    a negative length            | -             | content-length | -1
                    a length with a sign         | -             | content-length | +10
                    an enormous length           | -             | content-length | 99999999999999999999
                    a list of lengths            | -             | content-length | 10, 20
                    """)
    void whatHttpCannotMeanIsRefused(String sentence, String without, String field, String value) throws Exception {
        Optional<Integer> status = outcome(fields(without == null ? "" : without, octets(field), octets(value)));

        assertTrue(
                status.isEmpty() || status.get() >= 400 && status.get() <= 505 && status.get() != 500,
                () -> sentence + ": " + status);
        assertFalse(isRegistered(), () -> sentence + ": registered, and answered " + status);
        assertEquals(
                List.of(),
                thrown.stream()
                        .map(entry -> sentence + ": " + entry.getLoggerName() + " " + entry.getThrown())
                        .toList());
    }

    @Test
    void aDoubledPseudoHeaderIsRefused() throws Exception {
        for (String doubled : List.of(":path", ":method", ":authority", ":scheme")) {
            List<String> fields = new ArrayList<>(List.of(fields("", "", "")));
            fields.addAll(0, List.of(doubled, fields.get(fields.indexOf(doubled) + 1)));
            Optional<Integer> status = outcome(fields.toArray(String[]::new));

            assertFalse(isRegistered(), () -> doubled + ": registered, and answered " + status);
        }
        assertTrue(thrown.isEmpty(), () -> String.valueOf(thrown.peek().getThrown()));
    }

    @Test
    void aPseudoHeaderBehindOthersIsRefused() throws Exception {
        List<String> fields = new ArrayList<>(List.of(fields(":path", "x", "y")));
        fields.addAll(List.of(":path", "/connect/dcr"));
        Optional<Integer> status = outcome(fields.toArray(String[]::new));

        assertFalse(isRegistered(), () -> "registered, and answered " + status);
    }

    @Test
    void aCredentialInTheTrailerIsNone() throws Exception {
        String[] fields = fields("", "", "");
        List<String> without = new ArrayList<>(List.of(fields));
        int at = without.indexOf("authorization");
        without.subList(at, at + 2).clear();
        try (Http2Connection connection = Http2Connection.to(service)) {
            connection.send(HEADERS, END_HEADERS, 1, block(without.toArray(String[]::new)));
            connection.send(DATA, 0, 1, body());
            connection.send(HEADERS, END_HEADERS | END_STREAM, 1, block("authorization", "Bearer " + token));
            connection.flush();
            Frame answer =
                    connection.await(frame -> frame.type() == HEADERS, SOON).orElseThrow();

            assertEquals(401, connection.status(answer));
        }
        assertFalse(isRegistered());
    }

    /** The status of the answer; nothing when the stream was reset or the connection ended. */
    private Optional<Integer> outcome(String[] fields) throws Exception {
        try (Http2Connection connection = Http2Connection.to(service)) {
            connection.send(HEADERS, END_HEADERS, 1, block(fields));
            connection.send(DATA, END_STREAM, 1, body());
            connection.flush();
            Optional<Frame> first = connection.await(
                    frame -> frame.stream() == 1 && (frame.type() == HEADERS || frame.type() == RST_STREAM)
                            || frame.type() == Http2Connection.GOAWAY,
                    SOON);
            if (first.isEmpty()) {
                assertTrue(connection.endsWithin(Duration.ofSeconds(1)), "no answer, and no end of the connection");
                return Optional.empty();
            }
            return first.get().type() == HEADERS ? Optional.of(connection.status(first.get())) : Optional.empty();
        }
    }

    private String[] fields(String without, String field, String value) {
        List<String> fields = new ArrayList<>();
        List<String> usual = List.of(
                ":method", "POST",
                ":scheme", "http",
                ":path", "/connect/dcr",
                ":authority", "localhost",
                "content-type", "application/json",
                "authorization", "Bearer " + token);
        for (int i = 0; i < usual.size(); i += 2) {
            if (!List.of(without.split(" ")).contains(usual.get(i))) {
                fields.add(usual.get(i));
                fields.add(usual.get(i).equals(field) ? value : usual.get(i + 1));
            }
        }
        if (!usual.contains(field) && !(field.isEmpty() && value.isEmpty())) {
            // A pseudo-header stands before the others.
            fields.addAll(field.startsWith(":") ? 0 : fields.size(), List.of(field, value));
        }
        return fields.toArray(String[]::new);
    }

    private static String octets(String text) {
        return text == null
                ? ""
                : text.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
    }

    private byte[] body() {
        return "{\"grant_types\":[\"client_credentials\"],\"client_name\":\"%s\"}"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8);
    }

    private boolean isRegistered() throws Exception {
        try (Connection owner = Database.asOwner()) {
            return !Database.query(
                            owner, "select 1 from registrar.client where metadata->>'client_name' = '" + name + "'")
                    .isEmpty();
        }
    }
}
