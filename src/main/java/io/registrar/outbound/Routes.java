package io.registrar.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The two ways out: one for what strangers name, one for what the operator named. */
record Routes(Vertx vertx, Destinations destinations, FetchLimits limits) {

    private static final Logger LOG = Logger.getLogger(GuardedClient.class);

    /**
     * To what clients name; through the proxy, where there is one.
     *
     * @param trust who may sign certificates; empty for those that the Java runtime trusts
     */
    Route toStrangers(Optional<TrustOptions> trust, FetchSettings settings) {
        ResponseCheck responses = new ResponseCheck(limits.bodyBytes(), settings.lenientContentType());
        HttpClientOptions options = Connections.options(trust, limits);
        Optional<FetchProxy> proxy = FetchProxy.of(settings);
        if (proxy.isEmpty()) {
            return new Route.Pinned(destinations, new Connections(vertx, options, responses, limits));
        }
        LOG.warnf(
                "What clients name is fetched through the proxy %s: names are neither resolved nor checked here, so that"
                        + " proxy itself must refuse private, local and reserved addresses",
                proxy.get());
        options.setProxyOptions(proxy.get().options(limits.connecting()));
        return new Route.Proxied(destinations, new Connections(vertx, options, responses, limits));
    }

    /** To what the operator named: it lies inside as a rule, where no proxy leads, and its answers are no guesswork. */
    Route toConfigured(Optional<TrustOptions> trust) {
        ResponseCheck responses = new ResponseCheck(limits.bodyBytes(), false);
        HttpClientOptions options = Connections.options(trust, limits);
        return new Route.Pinned(destinations, new Connections(vertx, options, responses, limits));
    }
}
