package io.registrar.metadata.uri;

import java.net.URI;
import java.util.Set;

/**
 * URLs of the configuration, which an operator writes. Plain http is for what does not leave this machine: only names
 * that mean it everywhere count, fewer than in metadata.
 */
public final class ConfiguredUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ConfiguredUrl() {}

    /** Whether it is https, or http on this machine, to a host, without user and fragment. */
    public static boolean isSecure(URI url) {
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()) && isLoopback(url.getHost()));
    }

    /** The same of a text, which may be no URL at all. */
    public static boolean isSecure(String text) {
        try {
            return isSecure(URI.create(text));
        } catch (IllegalArgumentException notAUrl) {
            return false;
        }
    }

    /** Whether that name of a host, in lower case, means this machine. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }
}
