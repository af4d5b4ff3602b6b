package io.registrar.outbound;

import io.registrar.metadata.uri.Host;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import org.jboss.logging.Logger;

/** The way to a document whose address has been checked as text. */
interface Route {

    /** The document's bytes. */
    byte[] get(FetchRequest request, Deadline deadline);

    /** Whether the address that is connected to is known here, and checked. */
    boolean checksAddresses();

    void close();

    /**
     * Looks the name up, checks what it resolves to, and connects to that address: no name is looked up twice, and none
     * after the check (reference F.1 steps 2 to 5).
     */
    record Pinned(Destinations destinations, Connections connections) implements Route {

        private static final Logger LOG = Logger.getLogger(GuardedClient.class);

        @Override
        public byte[] get(FetchRequest request, Deadline deadline) {
            InetAddress address = destinations.of(request, deadline);
            String literal = address.getHostAddress();
            LOG.debugf("Fetching %s from %s", request, literal);
            return connections.get(
                    request,
                    SocketAddress.inetSocketAddress(request.port(), literal),
                    remote -> literal.equals(remote.hostAddress()),
                    deadline);
        }

        @Override
        public boolean checksAddresses() {
            return true;
        }

        @Override
        public void close() {
            connections.close();
        }
    }

    /**
     * Hands the name to a proxy, which looks it up and must do what is left undone here: check the addresses. What the
     * URI itself says is checked all the same.
     */
    record Proxied(Destinations destinations, Connections connections) implements Route {

        @Override
        public byte[] get(FetchRequest request, Deadline deadline) {
            if (request.host() instanceof Host.IpLiteral) {
                destinations.of(request, deadline);
            }
            return connections.get(
                    request,
                    SocketAddress.inetSocketAddress(request.port(), request.connectionHost()),
                    // The remote end is the proxy, which may lie inside.
                    remote -> true,
                    deadline);
        }

        @Override
        public boolean checksAddresses() {
            return false;
        }

        @Override
        public void close() {
            connections.close();
        }
    }
}
