package io.registrar.outbound;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the machine that this service runs on is called, and where it can be reached. */
public final class ThisMachine {

    private ThisMachine() {}

    /** Its host name in lower case; empty where the machine does not know its own. */
    public static Optional<String> name() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The addresses of all its interfaces, public ones too: its own doors are inside doors. */
    static Set<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toSet());
        } catch (SocketException e) {
            throw FetchException.passing("the addresses of this machine are not known: " + e.getMessage());
        }
    }
}
