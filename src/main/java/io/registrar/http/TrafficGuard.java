package io.registrar.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.registrar.connection.Connection;
import io.registrar.limits.Source;
import io.registrar.limits.TrafficLimits;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * From where requests may come, how often, and how many at once (metadata reference, D.2, I.6), before anything else of
 * a request is judged.
 */
@ApplicationScoped
class TrafficGuard {

    private static final String COUNTED = TrafficGuard.class.getName();
    private static final int UNAUTHENTICATED = 401;
    private static final Set<Integer> TOO_MUCH = Set.of(429, 503);
    private static final Duration UNTIL_SOMEBODY_LEAVES = Duration.ofSeconds(1);

    private final TrafficLimits limits;
    private final RefusalNotes notes;
    private final UnfinishedRequests unfinished;

    TrafficGuard(TrafficLimits limits, RefusalNotes notes, UnfinishedRequests unfinished) {
        this.limits = limits;
        this.notes = notes;
        this.unfinished = unfinished;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, RequestGuard.AFTER_THE_HEADERS);
    }

    /** What the router refuses by itself was asked, too. */
    void register(@Observes Router router) {
        router.route().order(-RequestGuard.AFTER_THE_HEADERS).failureHandler(this::guard);
    }

    /** Probes are not limited; their connections must know of them all the same. */
    void register(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(context -> {
            count(Connection.of(context.request().connection()), context);
            context.next();
        });
    }

    private void guard(RoutingContext context) {
        // A path that is mapped comes by a second time.
        if (context.get(COUNTED) != null) {
            context.next();
            return;
        }
        context.put(COUNTED, true);
        count(Connection.of(context.request().connection()), context);
        Source source = Source.of(context.request().remoteAddress().hostAddress());
        if (!limits.admits(source)) {
            refuseNetwork(context);
            return;
        }
        Optional<Duration> wait = limits.takeFromSource(source);
        if (wait.isPresent()) {
            if (context.request().version() == HttpVersion.HTTP_2) {
                // It would go on with a hundred at a time; a new connection costs it more.
                Connection.of(context.request().connection()).takeNoMore();
            }
            refuse(context, 429, new TooManyRequestsException(wait.get(), "This source sends too many requests"));
        } else if (limits.enter()) {
            AtomicBoolean inside = new AtomicBoolean(true);
            // A stream of HTTP/2 that is reset ends twice; its place must not become two.
            context.addEndHandler(ended -> {
                if (inside.compareAndSet(true, false)) {
                    leave(context, source);
                }
            });
            context.next();
        } else {
            refuse(
                    context,
                    503,
                    new TooManyRequestsException(
                            UNTIL_SOMEBODY_LEAVES, "The service has too much to do; send the request again later"));
        }
    }

    private void count(Connection connection, RoutingContext context) {
        connection.begin();
        AtomicBoolean underWay = new AtomicBoolean(true);
        // A stream of HTTP/2 that is reset ends twice.
        context.addEndHandler(ended -> {
            if (underWay.compareAndSet(true, false)) {
                connection.end(isSound(context), () -> unfinished.close(context));
            }
        });
    }

    private static boolean isSound(RoutingContext context) {
        return context.request().isEnded()
                && !TOO_MUCH.contains(context.response().getStatusCode());
    }

    private void refuseNetwork(RoutingContext context) {
        RequestGuard.closeAfterAnswer(context);
        ErrorBody answer = ErrorBody.of("access_denied", "Requests from this network are not taken");
        notes.ofNobody(answer.error(), context);
        JsonAnswer.send(context, 403, answer);
    }

    private static void refuse(RoutingContext context, int status, TooManyRequestsException refused) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfterSeconds()));
        JsonAnswer.send(context, status, ErrorBody.temporarilyUnavailable(refused.getMessage()));
    }

    private void leave(RoutingContext context, Source source) {
        limits.leave();
        if (context.response().getStatusCode() == UNAUTHENTICATED
                && context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            limits.chargeRefusal(source);
        }
    }
}
