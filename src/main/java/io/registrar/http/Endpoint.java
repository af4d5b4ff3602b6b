package io.registrar.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The endpoints by their paths inside the application, with the methods that each has. */
enum Endpoint {
    REGISTRATION(ResourcePath.REGISTRATION, "POST"),
    VALIDATION(ResourcePath.VALIDATION, "POST"),
    POLICY(ResourcePath.POLICY, "GET"),
    CLIENT_CONFIGURATION(ResourcePath.REGISTRATION + "/{client_id}", "GET", "PUT", "DELETE"),
    CLIENTS(ResourcePath.CLIENTS, "GET"),
    CLIENT(ResourcePath.CLIENT, "GET", "DELETE"),
    CLIENT_DISABLED(ResourcePath.CLIENT_DISABLED, "PUT", "DELETE"),
    REGISTRATION_ACCESS_TOKEN(ResourcePath.CLIENT + "/registration-access-token", "POST"),
    INITIAL_ACCESS_TOKENS(ResourcePath.INITIAL_ACCESS_TOKENS, "GET", "POST"),
    INITIAL_ACCESS_TOKEN(ResourcePath.INITIAL_ACCESS_TOKEN, "GET", "DELETE"),
    RESOURCE_METADATA(ResourcePath.RESOURCE_METADATA, "GET");

    private final Pattern path;
    private final List<String> methods;

    /** @param path as a resource writes it; where two fit, the earlier one is meant */
    Endpoint(String path, String... methods) {
        this.path = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
        this.methods = List.of(methods);
    }

    /** All methods that it can have. */
    List<String> methods() {
        return methods;
    }

    /** Whether callers come with an access token; else with the registration access token of one client, or without. */
    boolean takesAccessTokens() {
        return this != CLIENT_CONFIGURATION && this != RESOURCE_METADATA;
    }

    /** Whether it is there for clients that manage themselves. */
    boolean isForManagement() {
        return this == CLIENT_CONFIGURATION || this == REGISTRATION_ACCESS_TOKEN;
    }

    /** Whether it is for operators only. */
    boolean isForOperators() {
        return this == CLIENT_DISABLED || this == INITIAL_ACCESS_TOKENS || this == INITIAL_ACCESS_TOKEN;
    }

    static Optional<Endpoint> of(String path) {
        return Stream.of(values())
                .filter(endpoint -> endpoint.path.matcher(path).matches())
                .findFirst();
    }
}
