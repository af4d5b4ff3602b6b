package io.registrar.testing;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** A connection of HTTP/2, with prior knowledge, on which a test writes frames that no client would (RFC 9113). */
public final class Http2Connection implements Closeable {

    public static final int DATA = 0;
    public static final int HEADERS = 1;
    public static final int PRIORITY = 2;
    public static final int RST_STREAM = 3;
    public static final int SETTINGS = 4;
    public static final int PING = 6;
    public static final int GOAWAY = 7;
    public static final int WINDOW_UPDATE = 8;
    public static final int CONTINUATION = 9;

    public static final int ACK = 1;
    public static final int END_STREAM = 1;
    public static final int END_HEADERS = 4;

    private static final int PRIORITY_IN_HEADERS = 0x20;

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);

    /** @param stream 0 for the connection itself */
    public record Frame(int type, int flags, int stream, byte[] payload) {

        /** The error code of RST_STREAM or GOAWAY. */
        public int error() {
            return ByteBuffer.wrap(payload).getInt(type == GOAWAY ? 4 : 0);
        }

        public boolean ends() {
            return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0;
        }
    }

    private Http2Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 64 * 1024));
        in = new DataInputStream(socket.getInputStream());
    }

    /** Sends the preface and settings that change nothing; it acknowledges none. */
    public static Http2Connection to(URI service) throws IOException {
        Http2Connection connection = new Http2Connection(new Socket("127.0.0.1", service.getPort()));
        connection.out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        connection.send(SETTINGS, 0, 0);
        connection.flush();
        return connection;
    }

    /** Writes a frame; it is on its way at the next {@link #flush}, or before. */
    public void send(int type, int flags, int stream, byte... payload) throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
    }

    /** Writes a frame whose payload is that number. */
    public void sendNumber(int type, int stream, int number) throws IOException {
        send(type, 0, stream, ByteBuffer.allocate(4).putInt(number).array());
    }

    public void flush() throws IOException {
        out.flush();
    }

    /** A header block of names and values in turn, none kept in a table (RFC 7541 section 6.2.2). */
    public static byte[] block(String... fields) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i++) {
            if (i % 2 == 0) {
                block.write(0);
            }
            text(block, fields[i]);
        }
        return block.toByteArray();
    }

    /** RFC 7541 section 5.2. */
    private static void text(ByteArrayOutputStream block, String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = octets.length;
        if (length < 127) {
            block.write(length);
        } else {
            block.write(127);
            for (length -= 127; length >= 128; length /= 128) {
                block.write(length % 128 + 128);
            }
            block.write(length);
        }
        block.writeBytes(octets);
    }

    /** The next frame; nothing when the other side has ended the connection, or says nothing for that time. */
    public Optional<Frame> next(Duration patience) {
        try {
            socket.setSoTimeout((int) patience.toMillis());
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            return Optional.of(new Frame(type, flags, stream, in.readNBytes(length)));
        } catch (IOException over) {
            return Optional.empty();
        }
    }

    /** The first frame of that kind; others before it are passed over. */
    public Optional<Frame> await(Predicate<Frame> kind, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (Optional<Frame> frame = next(patience); frame.isPresent(); frame = next(patience)) {
            if (kind.test(frame.get())) {
                return frame;
            }
            if (System.nanoTime() > end) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The status that a HEADERS frame of the service says; it may hold a priority before its fields. */
    public int status(Frame headers) throws Http2Exception {
        int priority = (headers.flags() & PRIORITY_IN_HEADERS) == 0 ? 0 : 5;
        byte[] block = headers.payload();
        return Integer.parseInt(decoder.decodeHeaders(
                        headers.stream(), Unpooled.wrappedBuffer(block, priority, block.length - priority))
                .status()
                .toString());
    }

    /** Whether the other side ends the connection within that time; what it says before is passed over. */
    public boolean endsWithin(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        byte[] passed = new byte[64 * 1024];
        try {
            socket.setSoTimeout((int) patience.toMillis());
            while (System.nanoTime() < end) {
                if (in.read(passed) < 0) {
                    return true;
                }
            }
            return false;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Reads over what has come, so that neither side waits for the other. */
    public void passOver() throws IOException {
        in.skipNBytes(in.available());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
