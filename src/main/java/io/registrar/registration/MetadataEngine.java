package io.registrar.registration;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.access.AccessSettings;
import io.registrar.access.OwnScopes;
import io.registrar.metadata.ClientMetadataValidator;
import io.registrar.metadata.DeploymentPolicy;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.MetadataReader;
import io.registrar.metadata.PolicyCheck;
import io.registrar.metadata.capability.CapabilitySource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The metadata engine with this deployment's policy. */
final class MetadataEngine {

    @Produces
    @Singleton
    MetadataReader reader(MetadataPolicy policy) {
        return new MetadataReader(policy);
    }

    /** Nobody may register a client for this service's own scopes: it could then register clients itself. */
    @Produces
    @Singleton
    @Startup
    ClientMetadataValidator validator(
            MetadataPolicy policy, DeploymentPolicy outbound, AccessSettings access, CapabilitySource capabilities) {
        List<String> problems = PolicyCheck.problems(policy);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("; ", problems));
        }
        Set<String> reserved = OwnScopes.of(access);
        if (policy.defaultScopes().orElse(List.of()).stream().anyMatch(reserved::contains)) {
            throw new ConfigurationException(
                    "registrar.metadata.default-scopes must not hold the scopes of this service itself");
        }
        return new ClientMetadataValidator(policy, outbound, reserved, capabilities);
    }
}
