package io.registrar.outbound;

import io.registrar.metadata.uri.Host;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds the one address that a fetch connects to (reference F.1 steps 2 to 4). */
final class Destinations {

    private final AddressResolver resolver;
    private final Executor resolving;
    private final AddressCheck check;
    private final FetchLimits limits;

    /**
     * Destinations for one deployment.
     *
     * @param resolving runs the look-ups, which may block for longer than a fetch waits
     */
    Destinations(AddressResolver resolver, Executor resolving, AddressCheck check, FetchLimits limits) {
        this.resolver = resolver;
        this.resolving = resolving;
        this.check = check;
        this.limits = limits;
    }

    /** The address; the name is looked up once, here, and never again. */
    InetAddress of(FetchRequest request, Deadline deadline) {
        List<InetAddress> addresses = addresses(request.host(), deadline.atMost(limits.resolving()));
        if (addresses.isEmpty() || addresses.size() > FetchLimits.MOST_ADDRESSES) {
            throw new FetchException("the name has " + addresses.size() + " addresses");
        }
        // One bad address spoils the name: whoever mixes them wants the bad one to be reached.
        addresses.stream()
                .filter(address -> !admits(request, address))
                .findFirst()
                .ifPresent(address -> {
                    throw new FetchException("the address " + address.getHostAddress() + " is blocked");
                });
        return addresses.get(0);
    }

    /** Whether this is an address to be connected to for that request. */
    boolean admits(FetchRequest request, InetAddress address) {
        return request.isTrusted() || check.admits(request.hostText(), address);
    }

    private List<InetAddress> addresses(Host host, Deadline deadline) {
        if (host instanceof Host.IpLiteral ip) {
            return List.of(ip.address().toInetAddress());
        }
        String name = ((Host.DnsName) host).name();
        AtomicBoolean begun = new AtomicBoolean();
        CompletableFuture<List<InetAddress>> answer = CompletableFuture.supplyAsync(
                () -> {
                    begun.set(true);
                    return lookUp(name);
                },
                resolving);
        try {
            return deadline.await(answer, "looking the name up");
        } catch (FetchException e) {
            throw begun.get() ? e : FetchException.passing("too many names are being looked up");
        }
    }

    private List<InetAddress> lookUp(String name) {
        try {
            return resolver.resolve(name);
        } catch (UnknownHostException e) {
            throw new CompletionException(new FetchException("the name has no address"));
        }
    }
}
