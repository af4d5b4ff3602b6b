package io.registrar.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener that nobody may reach. */
final class Canary implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    private Canary(ServerSocket socket) {
        this.socket = socket;
    }

    /** @param port 0 for any */
    static Canary on(String address, int port) throws IOException {
        Canary canary = new Canary(new ServerSocket(port, 10, InetAddress.getByName(address)));
        Thread thread = new Thread(canary::listen, "canary");
        thread.setDaemon(true);
        thread.start();
        return canary;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                connections.incrementAndGet();
            } catch (IOException e) {
                return;
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
