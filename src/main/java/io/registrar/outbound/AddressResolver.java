package io.registrar.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the IPv4 and IPv6 addresses of a name. */
interface AddressResolver {

    /** All of them, in the order in which to prefer them. May block. */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** As this machine is configured: hosts file, DNS. */
    static AddressResolver ofThisMachine() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
