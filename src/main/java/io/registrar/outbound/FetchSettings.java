package io.registrar.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
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

    /**
     * How many documents one caller may have fetched in a row, and how many more become allowed again each minute; more
     * is 429. At least 2, because one registration can name two. Each instance counts for itself.
     */
    @WithDefault("10")
    int fetchesPerCallerAndMinute();

    /**
     * How long after its beginning a request is refused for a document that could not be verified, whatever the reason;
     * twice that if it names two documents. Less than the 5 seconds that a fetch may take, and a margin, lets callers
     * tell hosts that are silent from hosts that refuse: a map of what this service can reach.
     */
    @WithDefault("PT6S")
    Duration refusalTime();
}
