package io.registrar.metadata.uri;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.registrar.metadata.OutboundPolicy;
import java.util.List;

/** The addresses that may be fetched from in this deployment (reference F.2). */
public final class FetchAddresses {

    private FetchAddresses() {}

    /**
     * Whether nothing may be fetched from this address.
     *
     * @param host the host as the URI names it, in lower case: exceptions hold for one host only
     */
    public static boolean isDenied(String host, IPAddress address, OutboundPolicy policy) {
        boolean denied = BlockedAddresses.isBlocked(address)
                || isIn(policy.deniedNetworks().orElse(List.of()), address);
        return denied && !isExcepted(host, address, policy);
    }

    /** Whether the operator admits this address of this host, though it is blocked. */
    public static boolean isExcepted(String host, IPAddress address, OutboundPolicy policy) {
        return isIn(policy.allowedFetchNetworks().getOrDefault(host, List.of()), address);
    }

    private static boolean isIn(List<String> networks, IPAddress address) {
        return networks.stream().anyMatch(network -> new IPAddressString(network).contains(address.toAddressString()));
    }
}
