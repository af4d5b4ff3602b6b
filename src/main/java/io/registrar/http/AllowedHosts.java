package io.registrar.http;

import io.registrar.metadata.uri.ConfiguredUrl;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The hosts that requests may be addressed to (metadata reference, G.4). Letters' case does not matter. */
final class AllowedHosts {

    private final String own;
    private final Set<String> further;

    AllowedHosts(ServiceAddress address, ServiceSettings settings) {
        own = address.publicBaseUrl().getHost().toLowerCase(Locale.ROOT);
        further = settings.allowedHosts().orElse(Set.of()).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean admit(HttpServerRequest request) {
        return request.authority() != null
                && request.headers().getAll("Host").size() <= 1
                && contain(request.authority().host(), request.authority().port())
                && isTargetAdmitted(request.uri());
    }

    /** RFC 9112 section 3.2.2: a target in absolute form names the host, too. */
    private boolean isTargetAdmitted(String target) {
        if (target.startsWith("/")) {
            return true;
        }
        try {
            URI absolute = new URI(target);
            return absolute.getHost() == null || contain(absolute.getHost(), absolute.getPort());
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private boolean contain(String name, int port) {
        String host = name.toLowerCase(Locale.ROOT);
        return host.equals(own)
                || ConfiguredUrl.isLoopback(own) && ConfiguredUrl.isLoopback(host)
                || further.contains(host)
                || further.contains(host + ":" + port);
    }
}
