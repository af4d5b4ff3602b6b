package io.registrar.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The endpoints by their paths inside the application, with the methods that each has. */
enum Endpoint {
    REGISTRATION("POST"),
    VALIDATION("POST"),
    CLIENT_CONFIGURATION("GET", "PUT", "DELETE");

    private final List<String> methods;

    Endpoint(String... methods) {
        this.methods = List.of(methods);
    }

    /** The value of {@code Allow}. */
    String allow() {
        return String.join(", ", methods);
    }

    /** Whether callers come with an access token; else with the registration access token of one client. */
    boolean takesAccessTokens() {
        return this != CLIENT_CONFIGURATION;
    }

    /** Whether a request's method is one of this endpoint's; {@code HEAD} is {@code GET} without the body (reference, D.4). */
    boolean has(String method) {
        return methods.contains(method.equals("HEAD") ? "GET" : method);
    }

    private static Optional<Endpoint> of(String path) {
        return switch (path) {
            case ResourcePath.REGISTRATION -> Optional.of(REGISTRATION);
            case ResourcePath.VALIDATION -> Optional.of(VALIDATION);
            default -> isOneSegmentBelow(path) ? Optional.of(CLIENT_CONFIGURATION) : Optional.empty();
        };
    }

    private static boolean isOneSegmentBelow(String path) {
        String below = ResourcePath.REGISTRATION + "/";
        return path.startsWith(below) && path.length() > below.length() && path.indexOf('/', below.length()) < 0;
    }

    /**
     * The endpoint that a request is for.
     *
     * @throws RequestRefusedException when it names a client in its query, and not one
     */
    static Optional<Endpoint> of(RoutingContext context) {
        Optional<Endpoint> byPath = of(context.normalizedPath());
        return byPath.filter(REGISTRATION::equals).isPresent() && namesAClient(context)
                ? Optional.of(CLIENT_CONFIGURATION)
                : byPath;
    }

    private static boolean namesAClient(RoutingContext context) {
        if (!CLIENT_CONFIGURATION.has(methodMeant(context.request()))) {
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
