package io.registrar.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.registrar.limits.TrafficLimits;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts this room before every port that the service listens on, as soon as it does. Vert.x hands connections on only
 * when they have become requests, so the sockets that accept them are looked up on their event loops.
 */
@ApplicationScoped
class Listeners {

    private static final String NAME = Acceptance.class.getName();

    private final VertxInternal vertx;
    private final PortRules rules;

    /** @throws ConfigurationException when no connection, or none that is in time, could ever be */
    Listeners(
            Vertx vertx,
            ConnectionSettings settings,
            TrafficLimits limits,
            EndedConnections ended,
            @ConfigProperty(name = "quarkus.http.proxy.use-proxy-protocol", defaultValue = "false") boolean proxied) {
        require(settings.most() > 0, "most must be at least 1");
        require(settings.mostPerSource() > 0, "most-per-source must be at least 1");
        require(settings.headerTimeout().toMillis() > 0, "header-timeout must be longer than nothing");
        this.vertx = (VertxInternal) vertx;
        this.rules = new PortRules(settings, limits, ended, proxied);
    }

    private static void require(boolean holds, String mend) {
        if (!holds) {
            throw new ConfigurationException("registrar.connections." + mend);
        }
    }

    /** A live reload keeps what listens, with handlers whose classes are those from before. */
    void guard(@Observes StartupEvent started) {
        guardAll(() -> {});
    }

    void guard(@ObservesAsync HttpServerStart started) {
        guardAll(this::endUnguarded);
    }

    void guard(@ObservesAsync HttpsServerStart started) {
        guardAll(this::endUnguarded);
    }

    private void guardAll(Runnable after) {
        for (EventExecutor loop : vertx.getAcceptorEventLoopGroup()) {
            loop.execute(() -> {
                channels(loop, ServerChannel.class).forEach(this::guard);
                after.run();
            });
        }
    }

    /** What was accepted before is on its way to its loop by now. */
    private void endUnguarded() {
        vertx.getEventLoopGroup().forEach(loop -> loop.execute(() -> endUnguarded(loop)));
    }

    private void guard(Channel listener) {
        ChannelHandler known = listener.pipeline().get(NAME);
        if (known == null) {
            listener.pipeline().addFirst(NAME, new Acceptance(rules));
        } else if (!(known instanceof Acceptance)) {
            listener.pipeline().replace(NAME, NAME, new Acceptance(rules));
        }
    }

    /** The server listens a moment before it is guarded; nobody keeps a connection from then. */
    private static void endUnguarded(EventExecutor worker) {
        for (Channel channel : channels(worker, Channel.class)) {
            if (channel.parent() instanceof ServerChannel && channel.pipeline().get(Watch.class) == null) {
                Connection connection = Connection.of(channel);
                connection.takeNoMore();
                if (connection.isIdle()) {
                    channel.close();
                }
            }
        }
    }

    private static List<Channel> channels(EventExecutor loop, Class<? extends Channel> kind) {
        List<Channel> found = new ArrayList<>();
        ((SingleThreadEventLoop) loop).registeredChannelsIterator().forEachRemaining(found::add);
        found.removeIf(channel -> !kind.isInstance(channel));
        return found;
    }
}
