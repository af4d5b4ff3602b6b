package io.registrar.outbound;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that chooses TLS 1.1 whatever it is offered; byte by byte, because the JDK no longer has such a server. */
final class OldServer implements AutoCloseable {

    /** The alert of a client that does not go on (RFC 8446 section 6). */
    static final int PROTOCOL_VERSION = 70;

    private static final int SUPPORTED_VERSIONS = 43;
    private static final int ALERT = 21;

    private final ServerSocket socket;
    private final CompletableFuture<Set<Integer>> offered = new CompletableFuture<>();
    private final CompletableFuture<Integer> alert = new CompletableFuture<>();

    private OldServer(ServerSocket socket) {
        this.socket = socket;
    }

    static OldServer start() throws IOException {
        OldServer server = new OldServer(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
        Thread thread = new Thread(server::serve, "old-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            offered.complete(versions(record(in).getValue()));
            OutputStream out = client.getOutputStream();
            out.write(serverHello());
            out.flush();
            Map.Entry<Integer, ByteBuffer> answer = record(in);
            alert.complete(answer.getKey() == ALERT ? answer.getValue().get(1) & 0xff : -1);
        } catch (IOException | RuntimeException e) {
            offered.completeExceptionally(e);
            alert.completeExceptionally(e);
        }
    }

    private static Map.Entry<Integer, ByteBuffer> record(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        in.readUnsignedShort();
        byte[] body = new byte[in.readUnsignedShort()];
        in.readFully(body);
        return Map.entry(type, ByteBuffer.wrap(body));
    }

    /** What a ClientHello offers (RFC 8446 section 4.2.1). */
    private static Set<Integer> versions(ByteBuffer hello) {
        hello.position(4 + 2 + 32);
        skip(hello, hello.get() & 0xff);
        skip(hello, hello.getShort() & 0xffff);
        skip(hello, hello.get() & 0xff);
        hello.getShort();
        Set<Integer> versions = new HashSet<>();
        while (hello.hasRemaining()) {
            int extension = hello.getShort();
            int length = hello.getShort() & 0xffff;
            if (extension == SUPPORTED_VERSIONS) {
                for (int left = hello.get() & 0xff; left > 0; left -= 2) {
                    versions.add(hello.getShort() & 0xffff);
                }
            } else {
                skip(hello, length);
            }
        }
        return versions;
    }

    private static void skip(ByteBuffer buffer, int bytes) {
        buffer.position(buffer.position() + bytes);
    }

    /** TLS 1.1 with TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA (RFC 4346 section 7.4.1.3). */
    private static byte[] serverHello() {
        int length = 2 + 32 + 1 + 2 + 1;
        return ByteBuffer.allocate(5 + 4 + length)
                .put((byte) 22)
                .putShort((short) 0x0302)
                .putShort((short) (4 + length))
                .putInt(2 << 24 | length)
                .putShort((short) 0x0302)
                .put(new byte[32])
                .put((byte) 0)
                .putShort((short) 0xc009)
                .put((byte) 0)
                .array();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The versions that the client offered. */
    Set<Integer> offered() {
        return result(offered);
    }

    /** The alert with which the client ended. */
    int alert() {
        return result(alert);
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.get(15, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
