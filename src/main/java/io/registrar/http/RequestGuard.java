package io.registrar.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.registrar.connection.Connection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * What every request meets before it is routed: headers that every answer carries, the host it must be addressed to,
 * and one spelling of every path, so that no other spelling (matrix parameters, encoded or empty segments) can slip
 * past a rule that was made for the first.
 */
@ApplicationScoped
class RequestGuard {

    private static final String MAPPED = RequestGuard.class.getName();
    private static final String GUARDED = MAPPED + ".guarded";
    private static final String UNROUTABLE = MAPPED + ".unroutable";
    private static final List<String> OURS =
            List.of(ResourcePath.REGISTRATION, ResourcePath.CLIENTS, ResourcePath.INITIAL_ACCESS_TOKENS);
    private static final int BEFORE_ROUTING = 10_000;
    private static final int HEADERS = BEFORE_ROUTING + 200;

    /** Every answer has its headers then, and nothing of the request was judged yet. */
    static final int AFTER_THE_HEADERS = BEFORE_ROUTING + 100;

    private static final int METHODS = CrossOrigin.AFTER_THE_GUARD - 10;

    private final ServiceAddress address;
    private final AllowedHosts hosts;
    private final Endpoints endpoints;
    private final CrossOrigin crossOrigin;
    private final UnfinishedRequests unfinished;
    private final int maxBodySize;

    /** @throws ConfigurationException when no body could ever arrive */
    RequestGuard(
            ServiceAddress address,
            ServiceSettings settings,
            Endpoints endpoints,
            CrossOrigin crossOrigin,
            UnfinishedRequests unfinished) {
        this.unfinished = unfinished;
        this.endpoints = endpoints;
        this.address = address;
        this.crossOrigin = crossOrigin;
        this.maxBodySize = settings.maxBodySize();
        require(settings.maxBodySize() > 0, "registrar.max-body-size must be at least 1 byte");
        require(settings.bodyTimeout().toMillis() > 0, "registrar.body-timeout must be longer than nothing");
        this.hosts = new AllowedHosts(address, settings);
    }

    private static void require(boolean holds, String mend) {
        if (!holds) {
            throw new ConfigurationException(mend);
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::prepare, HEADERS);
        filters.register(this::guard, BEFORE_ROUTING);
        filters.register(this::checkMethod, METHODS);
    }

    void register(@Observes Router router) {
        router.route().order(-HEADERS).failureHandler(this::prepareUnroutable);
        router.route().order(-BEFORE_ROUTING).failureHandler(this::refuseUnroutable);
    }

    private void prepareUnroutable(RoutingContext context) {
        if (context.get(GUARDED) != null) {
            context.next();
        } else {
            context.put(UNROUTABLE, true);
            prepare(context);
        }
    }

    /** What the router refuses by itself, before the guard: no readable host, a target that is no path. */
    private void refuseUnroutable(RoutingContext context) {
        if (context.get(UNROUTABLE) == null) {
            context.next();
        } else if (context.statusCode() == 404) {
            JsonAnswer.send(context, 404, ErrorBody.notFound());
        } else {
            JsonAnswer.send(context, 400, ErrorBody.invalidRequest("Address the request to one host and one path"));
        }
    }

    private void prepare(RoutingContext context) {
        // A path that is mapped comes by a second time.
        if (context.get(GUARDED) == null) {
            if (Connection.of(context.request().connection()).takesNoMore()) {
                unfinished.refuse(context);
                return;
            }
            context.put(GUARDED, true);
            addHeaders(context);
        }
        context.next();
    }

    private void guard(RoutingContext context) {
        // They mean nothing here; quarkus-oidc would let one choose the issuer by which a token is verified.
        context.request().headers().remove(HttpHeaders.COOKIE);
        if (!hosts.admit(context.request())) {
            JsonAnswer.send(context, 421, ErrorBody.invalidRequest("This service does not answer for that host"));
        } else if (!isPlain(context.request().path())) {
            JsonAnswer.send(
                    context,
                    400,
                    ErrorBody.invalidRequest("Write the path plainly: no encoding, no parameters, no empty segment"));
        } else {
            route(context);
        }
    }

    private void addHeaders(RoutingContext context) {
        context.response()
                .putHeader("Cache-Control", "no-store")
                .putHeader("Pragma", "no-cache")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        if (context.request().version() != HttpVersion.HTTP_2 && mayLeaveARestBehind(context.request())) {
            closeAfterAnswer(context);
        } else {
            context.addEndHandler(ended -> unfinished.end(context));
        }
    }

    /**
     * Where the length of a body is a matter of opinion between two parsers, where a body may or may not follow a
     * refusal, and where it is not worth reading, the connection carries nothing more.
     */
    private boolean mayLeaveARestBehind(HttpServerRequest request) {
        return request.headers().contains("Transfer-Encoding")
                || request.headers().contains("Expect")
                || BodyReception.announcedLength(request) > maxBodySize;
    }

    static void closeAfterAnswer(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            return;
        }
        Connection.of(context.request().connection()).takeNoMore();
        if (!context.response().headWritten()) {
            context.response().putHeader("Connection", "close");
        }
    }

    private static boolean isPlain(String path) {
        return path != null
                && path.startsWith("/")
                && path.indexOf(';') < 0
                && path.indexOf('%') < 0
                && path.indexOf('\\') < 0
                && !path.contains("//")
                && !path.contains("/./")
                && !path.contains("/../")
                && !path.endsWith("/.")
                && !path.endsWith("/..");
    }

    /** The configurable paths are mapped onto the resources' own; those are not reachable beside them. */
    private void route(RoutingContext context) {
        String path = context.request().path();
        String inside = inside(path);
        if (context.get(MAPPED) != null || inside.equals(path)) {
            context.next();
        } else if (inside.isEmpty()) {
            JsonAnswer.send(context, 404, ErrorBody.notFound());
        } else {
            context.put(MAPPED, true);
            String query = context.request().query();
            // Not kept by itself; a token in it must not go unseen.
            context.reroute(inside + (query == null ? "" : "?" + query));
        }
    }

    /** The path inside the application that a path from outside means; empty where it means nothing. */
    private String inside(String path) {
        String configured = address.registrationPath();
        if (address.isResourceMetadata(path)) {
            return ResourcePath.RESOURCE_METADATA;
        }
        if (path.equals(configured) || path.startsWith(configured + "/")) {
            return ResourcePath.REGISTRATION + path.substring(configured.length());
        }
        return path.startsWith(ResourcePath.REGISTRATION) || path.startsWith(ResourcePath.WELL_KNOWN) ? "" : path;
    }

    private static boolean isOurs(String path) {
        return OURS.stream().anyMatch(path::startsWith);
    }

    private void checkMethod(RoutingContext context) {
        try {
            checkMethod(context, context.request().path(), endpoints.of(context));
        } catch (RequestRefusedException refused) {
            JsonAnswer.send(context, refused.status(), ErrorBody.invalidRequest(refused.getMessage()));
        }
    }

    /** Before the credential: route, method and framing are the first to be judged (metadata reference, section 0). */
    private void checkMethod(RoutingContext context, String path, Optional<Endpoint> endpoint) {
        if (endpoint.isPresent()
                && !endpoints.has(endpoint.get(), context.request().method().name())) {
            context.response().putHeader(HttpHeaders.ALLOW, crossOrigin.allow(endpoint.get()));
            JsonAnswer.send(
                    context, 405, ErrorBody.invalidRequest("The method is not supported here; see the Allow header"));
        } else if (endpoint.isEmpty() && isOurs(path)) {
            JsonAnswer.send(context, 404, ErrorBody.notFound());
        } else {
            context.next();
        }
    }
}
