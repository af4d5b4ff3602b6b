package io.registrar.registration;

import io.registrar.discovery.DiscoverySettings;
import io.registrar.http.ServiceSettings;
import io.registrar.metadata.DeploymentPolicy;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.outbound.ThisMachine;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The names of this deployment: the service's own, and the identity server's. Clients publish nothing there, and what
 * answers under them may answer the deployment's own machines otherwise than the world (reference F.1 step 1).
 */
final class DeploymentNames {

    private final OutboundPolicy configured;
    private final ServiceSettings service;
    private final DiscoverySettings discovery;

    DeploymentNames(OutboundPolicy configured, ServiceSettings service, DiscoverySettings discovery) {
        this.configured = configured;
        this.service = service;
        this.discovery = discovery;
    }

    @Produces
    @Singleton
    @Typed(DeploymentPolicy.class)
    DeploymentPolicy policy(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> server,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer) {
        Stream<URI> addresses = Stream.concat(
                Stream.of(service.publicBaseUrl()),
                Stream.concat(
                        discovery.issuer().stream(), Stream.of(server, issuer).flatMap(DeploymentNames::address)));
        Stream<String> hosts = Stream.concat(
                addresses.map(URI::getHost).filter(host -> host != null),
                service.allowedHosts().orElse(Set.of()).stream().map(DeploymentNames::withoutPort));
        List<String> names = Stream.concat(hosts, ThisMachine.name().stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return new DeploymentPolicy(configured, names);
    }

    // An issuer identifier may be any text, and one that is no URI names no host.
    private static Stream<URI> address(Optional<String> text) {
        try {
            return text.map(URI::create).stream();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static String withoutPort(String host) {
        return host.strip().replaceFirst(":[0-9]+$", "");
    }
}
