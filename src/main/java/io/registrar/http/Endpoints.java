package io.registrar.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The endpoints that this deployment has, and the one that a request is for. */
@ApplicationScoped
class Endpoints {

    private final ManagementSettings management;

    Endpoints(ManagementSettings management) {
        this.management = management;
    }

    /** All of them. */
    Stream<Endpoint> all() {
        return Stream.of(Endpoint.values()).filter(this::isThere);
    }

    private boolean isThere(Endpoint endpoint) {
        return management.enabled() || !endpoint.isForManagement();
    }

    /** The methods that an endpoint has here. */
    List<String> methods(Endpoint endpoint) {
        return endpoint.methods().stream()
                .filter(method ->
                        management.deletion() || endpoint != Endpoint.CLIENT_CONFIGURATION || !method.equals("DELETE"))
                .toList();
    }

    /** Whether an endpoint has a method here; {@code HEAD} is {@code GET} without the body (reference, D.4). */
    boolean has(Endpoint endpoint, String method) {
        return methods(endpoint).contains(method.equals("HEAD") ? "GET" : method);
    }

    /**
     * The endpoint that a request is for.
     *
     * @throws RequestRefusedException when it names a client in its query, and not one
     */
    Optional<Endpoint> of(RoutingContext context) {
        return Endpoint.of(context.normalizedPath())
                .map(byPath -> byPath == Endpoint.REGISTRATION && namesAClient(context)
                        ? Endpoint.CLIENT_CONFIGURATION
                        : byPath)
                .filter(this::isThere);
    }

    private boolean namesAClient(RoutingContext context) {
        if (!isThere(Endpoint.CLIENT_CONFIGURATION)
                || !has(Endpoint.CLIENT_CONFIGURATION, methodMeant(context.request()))) {
            return false;
        }
        List<String> named = QueryParameters.valuesOf(context, ResourcePath.CLIENT_ID);
        if (named.size() > 1) {
            throw RequestRefusedException.badRequest("Name one client, once");
        }
        return !named.isEmpty();
    }

    /** The method of the request, or of the one that a browser asks about in advance (Fetch standard, CORS-preflight). */
    private static String methodMeant(HttpServerRequest request) {
        String askedFor = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        return request.method().equals(HttpMethod.OPTIONS) && askedFor != null
                ? askedFor
                : request.method().name();
    }
}
