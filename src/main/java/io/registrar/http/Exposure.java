package io.registrar.http;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.registrar.access.AccessSettings;
import io.registrar.limits.LimitSettings;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Says in one line, once it listens, where this service can be reached, from where and with what. */
@Singleton
class Exposure {

    private static final Logger LOG = Logger.getLogger(Exposure.class);

    private final HttpServer server;
    private final VertxHttpConfig http;
    private final ManagementConfig management;
    private final LimitSettings limits;
    private final AccessSettings access;
    private final AtomicBoolean said = new AtomicBoolean();

    Exposure(
            HttpServer server,
            VertxHttpConfig http,
            ManagementConfig management,
            LimitSettings limits,
            AccessSettings access) {
        this.server = server;
        this.http = http;
        this.management = management;
        this.limits = limits;
        this.access = access;
    }

    void listening(@ObservesAsync HttpServerStart started) {
        say();
    }

    void listeningWithTls(@ObservesAsync HttpsServerStart started) {
        say();
    }

    private void say() {
        if (said.compareAndSet(false, true)) {
            LOG.infof(
                    "Clients are registered at %s; health and metrics are at %s, port %d. Requests are taken from %s, with"
                            + " the credentials %s",
                    Stream.of(address("http", server.getPort()), address("https", server.getSecurePort()))
                            .filter(it -> !it.isEmpty())
                            .collect(Collectors.joining(" and ")),
                    management.host(),
                    management.determinePort(LaunchMode.current()),
                    list(limits.allowedSourceNetworks()),
                    list(access.credentials()));
        }
    }

    private String address(String scheme, int port) {
        String host = http.host().contains(":") ? "[" + http.host() + "]" : http.host();
        return port < 0 ? "" : scheme + "://" + host + ":" + port;
    }

    private static String list(Set<String> values) {
        return String.join(", ", new TreeSet<>(values));
    }
}
