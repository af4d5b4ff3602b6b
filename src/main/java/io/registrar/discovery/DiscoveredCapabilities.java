package io.registrar.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.CapabilitiesUnavailableException;
import io.registrar.metadata.capability.CapabilitySource;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What the identity server can do, as its discovery document narrows what the configuration says: read at the start,
 * again at intervals, and the last good copy kept (reference G.2).
 */
@Singleton
public class DiscoveredCapabilities implements CapabilitySource {

    private static final Logger LOG = Logger.getLogger(DiscoveredCapabilities.class);

    private final DiscoverySettings settings;
    private final DiscoveryEndpoint endpoint;
    private final Vertx vertx;
    private final Capabilities configured;

    private volatile Optional<Capabilities> known = Optional.empty();
    private volatile Optional<Cancellable> reading = Optional.empty();
    private volatile boolean complained;
    private volatile boolean stopped;

    DiscoveredCapabilities(DiscoverySettings settings, DiscoveryEndpoint endpoint, Vertx vertx, MetadataPolicy policy) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.vertx = vertx;
        this.configured = Capabilities.configured(policy);
    }

    @Override
    public Capabilities current() {
        if (!settings.enabled()) {
            return configured;
        }
        return known.orElseThrow(() ->
                new CapabilitiesUnavailableException("the identity server's discovery document could not be read yet"));
    }

    /** Whether it is known what the identity server can do. */
    boolean areKnown() {
        return !settings.enabled() || known.isPresent();
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled()) {
            read(settings.issuer()
                    .orElseThrow(() ->
                            new ConfigurationException("registrar.discovery.enabled needs registrar.discovery.issuer"))
                    .toString());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        reading.ifPresent(Cancellable::cancel);
    }

    private void read(String issuer) {
        // Whatever fails on the way, the next reading is set: nobody else would begin one.
        reading = Optional.of(endpoint.read(issuer)
                .map(this::took)
                .onFailure()
                .recoverWithItem(this::missed)
                .subscribe()
                .with(wait -> readAgain(issuer, wait)));
    }

    private void readAgain(String issuer, Duration wait) {
        if (!stopped) {
            vertx.setTimer(wait.toMillis(), timer -> read(issuer));
        }
    }

    private Duration took(JsonNode document) {
        known = Optional.of(configured.narrowedTo(document));
        complained = false;
        return settings.refreshInterval();
    }

    private Duration missed(Throwable failure) {
        if (!complained) {
            complained = true;
            LOG.warnf("The identity server's discovery document could not be read: %s", failure.getMessage());
        }
        return settings.retryInterval();
    }
}
