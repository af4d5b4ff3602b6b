package io.registrar.outbound;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.registrar.metadata.DeploymentPolicy;
import io.registrar.testing.ClientHost;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * The client of the service on a network where {@link ClientHost#PUBLIC_NAME} has a public address and the test's own
 * server stands there. All else is as it is: what the name resolves to is checked, and nothing is an exception.
 */
@Alternative
public final class PublicNetwork {

    private static final byte[] PUBLIC_ADDRESS = {93, (byte) 184, (byte) 215, 14};

    @Produces
    @Singleton
    GuardedClient client(Vertx vertx, TlsConfigurationRegistry tls, DeploymentPolicy policy, FetchSettings settings) {
        FetchLimits limits = FetchLimits.STANDARD;
        Destinations destinations = new Destinations(
                PublicNetwork::resolve,
                GuardedClientProducer.lookUps(limits),
                new AddressCheck(policy, ThisMachine::addresses),
                limits);
        Optional<TrustOptions> trust = tls.get("outbound").map(it -> it.getTrustStoreOptions());
        Routes routes = new Routes(vertx, destinations, limits);
        Connections connections = new Connections(
                vertx, Connections.options(trust, limits), new ResponseCheck(limits.bodyBytes(), false), limits);
        return new GuardedClient(
                policy,
                limits,
                new Leading(routes.toStrangers(trust, settings), destinations, connections),
                routes.toConfigured(trust),
                new Flights(limits.failuresKept(), Ticker.systemTicker()));
    }

    void close(@Disposes GuardedClient client) {
        client.close();
    }

    private static List<InetAddress> resolve(String name) throws UnknownHostException {
        return name.equals(ClientHost.PUBLIC_NAME)
                ? List.of(InetAddress.getByAddress(name, PUBLIC_ADDRESS))
                : AddressResolver.ofThisMachine().resolve(name);
    }

    /** Leads from the public address to the server, as the network would. */
    private record Leading(Route usual, Destinations destinations, Connections connections) implements Route {

        @Override
        public byte[] get(FetchRequest request, Deadline deadline) {
            if (!request.hostText().equals(ClientHost.PUBLIC_NAME)) {
                return usual.get(request, deadline);
            }
            destinations.of(request, deadline);
            return connections.get(
                    request,
                    SocketAddress.inetSocketAddress(ClientHost.server().port(), "127.0.0.1"),
                    remote -> true,
                    deadline);
        }

        @Override
        public boolean checksAddresses() {
            return usual.checksAddresses();
        }

        @Override
        public void close() {
            usual.close();
            connections.close();
        }
    }
}
