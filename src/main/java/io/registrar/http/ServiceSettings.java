package io.registrar.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Where the service is reached, and the bounds of a request. */
@ConfigMapping(prefix = "registrar")
public interface ServiceSettings {

    /**
     * The URL under which clients reach this service: absolute, `https`, no query, no fragment, no trailing slash.
     * `registration_client_uri` is built from it, never from a request's `Host`. Plain `http` is accepted for loopback
     * names only, for trying things out; every loopback name reaches the service then.
     */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    URI publicBaseUrl();

    /** Path of the registration endpoint; the client configuration endpoints are below it. */
    @WithDefault("/connect/dcr")
    String registrationPath();

    /**
     * Further host names that requests may be addressed to, comma-separated, each as `host` (any port) or `host:port`;
     * requests for other hosts than these and the public one get 421.
     */
    Optional<Set<String>> allowedHosts();

    /** Longest request body in bytes; more is 413. */
    @WithDefault("262144")
    int maxBodySize();

    /** How long a caller may take to send the body; longer is 408. */
    @WithDefault("PT10S")
    Duration bodyTimeout();
}
