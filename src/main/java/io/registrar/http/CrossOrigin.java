package io.registrar.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.registrar.metadata.uri.Origin;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Registration pages that run in a browser (Fetch standard, CORS protocol; metadata reference, G.5). Off unless origins
 * are configured. A page of another origin meets the service as it always is, without a word that would let the browser
 * hand the answer on; nothing is ever echoed from a request, and cookies mean nothing here.
 */
@ApplicationScoped
class CrossOrigin {

    /** After the host and the path were judged, before the method is: the question in advance is an OPTIONS request. */
    static final int AFTER_THE_GUARD = 9_000;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LONGEST_ORIGIN = 2048;
    private static final Set<String> REQUEST_HEADERS = Set.of("Authorization", "Content-Type", "If-Match");
    private static final Set<String> ANSWER_HEADERS = Set.of("WWW-Authenticate", "ETag", "Location", "Retry-After");

    private final Endpoints endpoints;
    private final Set<String> origins;
    private final Map<Endpoint, CorsHandler> handlers = new EnumMap<>(Endpoint.class);

    /** @throws ConfigurationException when a setting is not an origin, or the time is too long */
    CrossOrigin(CorsSettings settings, Endpoints endpoints) {
        this.endpoints = endpoints;
        this.origins = settings.origins().orElse(Set.of());
        origins.forEach(CrossOrigin::check);
        if (settings.maxAge().isNegative() || settings.maxAge().compareTo(LONGEST) > 0) {
            throw new ConfigurationException("registrar.cors.max-age must be from nothing to ten minutes");
        }
        if (!origins.isEmpty()) {
            endpoints.all().forEach(endpoint -> handlers.put(endpoint, handler(endpoint, settings.maxAge())));
        }
    }

    private static void check(String origin) {
        Optional<String> problem = Origin.problem(origin, LONGEST_ORIGIN);
        if (problem.isPresent()) {
            throw new ConfigurationException("registrar.cors.origins: " + problem.get());
        }
    }

    private CorsHandler handler(Endpoint endpoint, Duration maxAge) {
        return CorsHandler.create()
                .addOrigins(List.copyOf(origins))
                .allowedMethods(endpoints.methods(endpoint).stream()
                        .map(HttpMethod::valueOf)
                        .collect(Collectors.toSet()))
                .allowedHeaders(REQUEST_HEADERS)
                .exposedHeaders(ANSWER_HEADERS)
                .maxAgeSeconds((int) maxAge.toSeconds());
    }

    void register(@Observes Filters filters) {
        if (!origins.isEmpty()) {
            filters.register(this::handle, AFTER_THE_GUARD);
        }
    }

    /** The value of {@code Allow} of an endpoint. */
    String allow(Endpoint endpoint) {
        String methods = String.join(", ", endpoints.methods(endpoint));
        return origins.isEmpty() ? methods : methods + ", OPTIONS";
    }

    private void handle(RoutingContext context) {
        Optional<CorsHandler> handler = handlerFor(context);
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        // At the end, once: the handler below adds it where there are several origins, and nowhere else.
        handler.ifPresent(cors -> context.addHeadersEndHandler(
                ending -> context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN)));
        if (handler.isPresent() && origin != null && origins.contains(origin)) {
            handler.get().handle(context);
        } else {
            context.next();
        }
    }

    private Optional<CorsHandler> handlerFor(RoutingContext context) {
        try {
            return endpoints.of(context).map(handlers::get);
        } catch (RequestRefusedException refused) {
            // The guard says so, in a moment.
            return Optional.empty();
        }
    }
}
