package io.registrar.metadata.uri;

import java.util.OptionalInt;

/**
 * The authority of an http or https URI: host and port, no user information (R8 of the reference).
 *
 * @param host the host, or why there is none
 * @param port the port as written, empty when none is
 */
public record Authority(Host host, OptionalInt port) {

    private static final int GREATEST_PORT = 65535;

    /** Reads the authority of an http or https URI. */
    public static Authority of(RawUri uri) {
        String text = uri.authority().orElse("");
        if (text.isEmpty()) {
            return unusable("needs // and a host after the scheme");
        }
        if (text.indexOf('@') >= 0) {
            return unusable("must not hold user information or @ before the path");
        }
        int colon = text.indexOf(':', text.lastIndexOf(']') + 1);
        if (colon < 0) {
            return new Authority(HostSyntax.parse(text), OptionalInt.empty());
        }
        int port = port(text.substring(colon + 1));
        return port < 1
                ? unusable("the port must be a number from 1 to 65535")
                : new Authority(HostSyntax.parse(text.substring(0, colon)), OptionalInt.of(port));
    }

    private static Authority unusable(String reason) {
        return new Authority(new Host.Unusable(reason), OptionalInt.empty());
    }

    private static int port(String digits) {
        boolean plausible =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = plausible ? Integer.parseInt(digits) : 0;
        return port <= GREATEST_PORT ? port : 0;
    }
}
