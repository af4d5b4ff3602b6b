package io.registrar.metadata.uri;

import java.util.List;
import java.util.Locale;

/** Lists of host names in which {@code *.example.com} stands for every name below {@code example.com}. */
public final class HostPatterns {

    private HostPatterns() {}

    /** Whether one of them matches this host, which is in lower case. */
    public static boolean matches(List<String> patterns, String host) {
        return patterns.stream()
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .anyMatch(pattern ->
                        pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }
}
