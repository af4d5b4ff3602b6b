package io.registrar.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while nothing can be registered, because it is not known yet what the identity server can do. */
@Readiness
@ApplicationScoped
class CapabilityReadiness implements HealthCheck {

    private static final String NAME = "Identity server capabilities";

    private final DiscoveredCapabilities capabilities;

    CapabilityReadiness(DiscoveredCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    public HealthCheckResponse call() {
        return capabilities.areKnown()
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", "the discovery document could not be read yet")
                        .build();
    }
}
