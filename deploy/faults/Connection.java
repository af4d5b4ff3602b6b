import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection of a flood. It never waits: what the service does not take stays here, what it sends is thrown away. */
final class Connection implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    private static final int CAPACITY = 512 * 1024;
    private static final int FULL = 16 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer pending = ByteBuffer.allocate(CAPACITY).limit(0);
    private final ByteBuffer received;
    private final int number;
    private long units;

    /**
     * @param from another address of this machine than the caller's, so that the service sees two sources
     * @param number of connections that the flood made before
     * @param received where to throw what comes; shared by all
     */
    Connection(SocketAddress from, InetSocketAddress service, int number, ByteBuffer received) throws IOException {
        this.number = number;
        this.received = received;
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.bind(from);
        channel.socket().connect(service, 2000);
        channel.configureBlocking(false);
    }

    /** Which of the flood's connections this is, from 0. */
    int number() {
        return number;
    }

    /** How many units, as the flood counts them, were written before the present one. */
    long units() {
        return units;
    }

    /** The stream of HTTP/2 that belongs to the present unit. */
    int stream() {
        return (int) (2 * units + 1);
    }

    Connection text(String text) {
        pending.put(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** RFC 9113 section 4.1. */
    Connection frame(int type, int flags, int stream, byte... payload) {
        pending.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        pending.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        return this;
    }

    Connection number(int type, int stream, int value) {
        return frame(type, 0, stream, ByteBuffer.allocate(4).putInt(value).array());
    }

    /** Takes what has come, and sends what waits; when nothing waits, asks the flood for more, many units at once. */
    long exchange(Flood flood) throws IOException {
        while (channel.read(received.clear()) > 0) {
            // Nobody looks at it.
        }
        if (received.position() == 0 && channel.read(received.clear()) < 0) {
            throw new IOException("The service has ended the connection");
        }
        long before = units;
        if (!pending.hasRemaining()) {
            pending.clear();
            if (units == 0) {
                flood.opening().accept(this);
            }
            do {
                flood.unit().accept(this);
                units++;
            } while (pending.position() < FULL && flood.isFast());
            pending.flip();
        }
        channel.write(pending);
        return units - before;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
