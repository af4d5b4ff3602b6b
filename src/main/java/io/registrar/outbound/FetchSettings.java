package io.registrar.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How this service fetches what clients name; where it may lie is the matter of {@code OutboundPolicy}. */
@ConfigMapping(prefix = "registrar.outbound")
public interface FetchSettings {

    /**
     * The HTTP proxy (`http://host:port`) that fetches what clients name, by CONNECT; never taken from the environment.
     * Names go to the proxy unresolved: no answer of the DNS is checked here and no address pinned, so the proxy must
     * itself refuse private, local and reserved addresses, and `denied-networks` and the networks of
     * `allowed-fetch-networks` no longer count for names.
     */
    Optional<URI> proxy();

    /** The user name for the proxy, if it wants one. */
    Optional<String> proxyUsername();

    /** Its password; both cross the network to the proxy in clear text. */
    Optional<String> proxyPassword();

    /** Takes JSON that is served as `text/plain` or without a media type, as careless file servers do. */
    @WithDefault("false")
    boolean lenientContentType();
}
