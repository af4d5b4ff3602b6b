package io.registrar.outbound;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.registrar.metadata.DeploymentPolicy;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The client of this deployment. */
final class GuardedClientProducer {

    private static final Logger LOG = Logger.getLogger(GuardedClient.class);

    /** The TLS configuration that says who may sign certificates of servers that clients name. */
    private static final String TLS = "outbound";

    /** Its sector document and its keys. */
    private static final int MOST_FETCHES_OF_A_REQUEST = 2;

    @Produces
    @Singleton
    @Startup
    GuardedClient client(Vertx vertx, TlsConfigurationRegistry tls, DeploymentPolicy policy, FetchSettings settings) {
        if (!policy.allowedFetchNetworks().isEmpty()) {
            LOG.infof(
                    "Documents may be fetched from networks that are blocked otherwise: %s",
                    policy.allowedFetchNetworks());
        }
        FetchLimits limits = FetchLimits.STANDARD;
        checkRefusalTime(settings, limits);
        Destinations destinations = new Destinations(
                AddressResolver.ofThisMachine(),
                lookUps(limits),
                new AddressCheck(policy, ThisMachine::addresses),
                limits);
        Routes routes = new Routes(vertx, destinations, limits);
        return new GuardedClient(
                policy,
                limits,
                routes.toStrangers(trust(tls.get(TLS).or(tls::getDefault)), settings),
                routes.toConfigured(trust(tls.getDefault())),
                new Flights(limits.failuresKept(), Ticker.systemTicker()));
    }

    static void checkRefusalTime(FetchSettings settings, FetchLimits limits) {
        if (settings.refusalTime().isNegative()) {
            throw new ConfigurationException("registrar.outbound.refusal-time must not be negative");
        }
        if (settings.refusalTime().compareTo(limits.whole()) <= 0) {
            LOG.warnf(
                    "registrar.outbound.refusal-time is %s, and a fetch may take %s: callers can tell silent hosts from"
                            + " others by the time of the refusal",
                    settings.refusalTime(), limits.whole());
        }
    }

    @Produces
    @Singleton
    @Startup
    FetchAllowance allowance(FetchSettings settings) {
        if (settings.fetchesPerCallerAndMinute() < MOST_FETCHES_OF_A_REQUEST) {
            throw new ConfigurationException(
                    "registrar.outbound.fetches-per-caller-and-minute must be 2 or more: a registration can need two");
        }
        return new FetchAllowance(settings.fetchesPerCallerAndMinute(), TimeMeter.SYSTEM_NANOTIME);
    }

    void close(@Disposes GuardedClient client) {
        client.close();
    }

    // Only who is trusted: no client certificate goes out, and no switch turns the check of certificates off.
    private static Optional<TrustOptions> trust(Optional<TlsConfiguration> configuration) {
        return configuration.filter(tls -> !tls.isTrustAll()).map(TlsConfiguration::getTrustStoreOptions);
    }

    // A look-up that hangs keeps its thread, not its caller: as many can hang as fetches can be in flight.
    static Executor lookUps(FetchLimits limits) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                limits.inFlight(), limits.inFlight(), 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "outbound-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
