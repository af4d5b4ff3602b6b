package io.registrar.metadata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where URIs may point that this service or the identity server fetches. */
@ConfigMapping(prefix = "registrar.outbound")
public interface OutboundPolicy {

    /** The ports a fetched URI may name. */
    @WithDefault("443")
    List<Integer> allowedPorts();

    /**
     * Names that are never fetched, beside the built-in ones and the hosts of `public-base-url`, `allowed-hosts`, the
     * issuer and the machine; {@code *.example.com} bars all below.
     */
    Optional<List<String>> deniedNames();

    /** Networks (CIDR) that are never fetched from, beside the built-in ones: this deployment's own. */
    Optional<List<String>> deniedNetworks();

    /** Exceptions: a host name or address, and the networks (CIDR) it may lie in though they are blocked. */
    Map<String, List<String>> allowedFetchNetworks();
}
