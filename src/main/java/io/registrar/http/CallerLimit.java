package io.registrar.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.access.Callers;
import io.registrar.credential.Caller;
import io.registrar.limits.TrafficLimits;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** How often one caller may come, wherever from (metadata reference, I.6). */
@ApplicationScoped
public class CallerLimit {

    private final TrafficLimits limits;
    private final Endpoints endpoints;
    private final SecurityIdentity identity;
    private final Callers callers;

    CallerLimit(TrafficLimits limits, Endpoints endpoints, SecurityIdentity identity, Callers callers) {
        this.limits = limits;
        this.endpoints = endpoints;
        this.identity = identity;
        this.callers = callers;
    }

    /** After the credential was accepted, before the body is read. */
    @ServerRequestFilter
    void check(RoutingContext context) {
        // Registration access tokens are accepted later: it takes the client that the resource names. Until then one of
        // another client must not be told from an unknown one by an answer of its own (metadata reference, D.2).
        if (endpoints.of(context).filter(Endpoint::takesAccessTokens).isPresent()) {
            take(callers.callerOf(identity));
        }
    }

    /**
     * Counts a request for its caller.
     *
     * @param caller one whose credential was accepted
     * @throws TooManyRequestsException when there were too many
     */
    public void take(Caller caller) {
        // Who does not say who it is is counted by its source alone: one of them could keep all others out.
        if (caller.asOwner().isSomebody()) {
            limits.takeFromCaller(caller.asOwner()).ifPresent(wait -> {
                throw new TooManyRequestsException(wait, "This caller sends too many requests");
            });
        }
    }
}
