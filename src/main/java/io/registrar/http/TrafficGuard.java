package io.registrar.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.registrar.access.Callers;
import io.registrar.limits.TrafficLimits;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Who may come, how often, and how many at once (metadata reference, D.2, I.6): sources before anything is read of a
 * request but its head, callers as soon as they are known.
 */
@ApplicationScoped
class TrafficGuard {

    /** After the headers that every answer carries, before everything else. */
    private static final int AFTER_THE_GUARD = 9_500;

    private static final int UNAUTHENTICATED = 401;
    private static final int RETRY_AFTER_SECONDS = 1;

    private final TrafficLimits limits;
    private final SecurityIdentity identity;
    private final Callers callers;

    TrafficGuard(TrafficLimits limits, SecurityIdentity identity, Callers callers) {
        this.limits = limits;
        this.identity = identity;
        this.callers = callers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, AFTER_THE_GUARD);
    }

    private void guard(RoutingContext context) {
        String address = context.request().remoteAddress().hostAddress();
        if (!limits.admits(address)) {
            JsonAnswer.send(context, 403, ErrorBody.of("access_denied", "Requests from this network are not taken"));
            return;
        }
        Optional<Duration> wait = limits.takeFromSource(address);
        if (wait.isPresent()) {
            refuse(context, new TooManyRequestsException(wait.get(), "This source sends too many requests"));
        } else if (limits.enter()) {
            context.addEndHandler(ended -> leave(context, address));
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
            JsonAnswer.send(
                    context,
                    503,
                    ErrorBody.temporarilyUnavailable("The service has too much to do; send the request again later"));
        }
    }

    private static void refuse(RoutingContext context, TooManyRequestsException refused) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfterSeconds()));
        JsonAnswer.send(context, 429, ErrorBody.temporarilyUnavailable(refused.getMessage()));
    }

    private void leave(RoutingContext context, String address) {
        limits.leave();
        if (context.response().getStatusCode() == UNAUTHENTICATED) {
            limits.chargeRefusal(address);
        }
    }

    @ServerRequestFilter
    void limitCaller() {
        if (identity.isAnonymous()) {
            return;
        }
        limits.takeFromCaller(callers.callerOf(identity).asOwner()).ifPresent(wait -> {
            throw new TooManyRequestsException(wait, "This caller sends too many requests");
        });
    }
}
