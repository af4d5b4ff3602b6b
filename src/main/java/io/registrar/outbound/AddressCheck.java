package io.registrar.outbound;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.uri.FetchAddresses;
import java.net.InetAddress;
import java.util.Set;
import java.util.function.Supplier;

/** Which addresses this service connects to for a client (reference F.1 steps 3 and 5, F.2). */
final class AddressCheck {

    private final OutboundPolicy policy;
    private final Supplier<Set<InetAddress>> own;

    /**
     * A check for one deployment.
     *
     * @param own the addresses of this machine, asked for at each check: they can change
     */
    AddressCheck(OutboundPolicy policy, Supplier<Set<InetAddress>> own) {
        this.policy = policy;
        this.own = own;
    }

    /** Whether this address of this host may be connected to. */
    boolean admits(String host, InetAddress address) {
        IPAddress known = new IPAddressGenerator().from(address);
        return FetchAddresses.isExcepted(host, known, policy)
                || (!own.get().contains(address) && !FetchAddresses.isDenied(host, known, policy));
    }
}
