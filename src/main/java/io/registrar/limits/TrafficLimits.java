package io.registrar.limits;

import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.credential.Owner;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The limits of this instance: who may come, how often, and how many at once. Nothing here blocks. */
@Startup
@Singleton
public class TrafficLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SourceNetworks networks;
    private final Allowance<String> sources;
    private final Allowance<Owner> callers;
    private final Semaphore places;
    private final int refusalWeight;

    /** @throws ConfigurationException when a setting is out of bounds */
    @Inject
    TrafficLimits(LimitSettings settings) {
        this(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    TrafficLimits(LimitSettings settings, TimeMeter clock) {
        require(settings.requestsPerSource() > 0, "requests-per-source");
        require(settings.requestsPerCaller() > 0, "requests-per-caller");
        require(settings.refusedCredentialWeight() > 0, "refused-credential-weight");
        require(settings.concurrentRequests() > 0, "concurrent-requests");
        this.networks = new SourceNetworks(settings.allowedSourceNetworks());
        this.sources = new Allowance<>(settings.requestsPerSource(), MINUTE, clock);
        this.callers = new Allowance<>(settings.requestsPerCaller(), MINUTE, clock);
        this.places = new Semaphore(settings.concurrentRequests());
        this.refusalWeight = settings.refusedCredentialWeight();
    }

    private static void require(boolean holds, String setting) {
        if (!holds) {
            throw new ConfigurationException("registrar.limits." + setting + " must be at least 1");
        }
    }

    /** Whether requests from there are taken at all. */
    public boolean admits(Source source) {
        return networks.admit(source);
    }

    /** Takes a request from what a source has left; how long it must wait where there is nothing. */
    public Optional<Duration> takeFromSource(Source source) {
        return sources.take(source.network(), 1);
    }

    /** Counts a refused credential against its source: guessing is more than asking (RFC 7592 section 5). */
    public void chargeRefusal(Source source) {
        // The request itself was counted as one.
        if (refusalWeight > 1) {
            sources.charge(source.network(), refusalWeight - 1);
        }
    }

    /**
     * Counts against a source what never became a request: connections and streams that asked for nothing. It owes none
     * of it, or one neighbour behind a shared address could keep all others out for hours.
     */
    public void countUnserved(Source source, int many) {
        sources.useUp(source.network(), many);
    }

    /** Takes a request from what a caller has left; how long it must wait where there is nothing. */
    public Optional<Duration> takeFromCaller(Owner caller) {
        return callers.take(caller, 1);
    }

    /** Takes a place for a request; whoever has one gives it back with {@link #leave}. */
    public boolean enter() {
        return places.tryAcquire();
    }

    /** Gives a place back. */
    public void leave() {
        places.release();
    }
}
