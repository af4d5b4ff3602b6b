package io.registrar.registration;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.access.AccessSettings;
import io.registrar.access.EmptySettings;
import io.registrar.access.OwnScopes;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.policy.Deployment;
import io.registrar.metadata.policy.RegistrationPolicies;
import io.registrar.metadata.policy.RegistrationPolicySettings;
import io.registrar.metadata.policy.UnsoundPolicyException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The registration policies as they are configured; settings that cannot be meant stop the start. */
final class PolicyConfiguration {

    private static final Logger LOG = Logger.getLogger(PolicyConfiguration.class);

    @Produces
    @Singleton
    @Startup
    RegistrationPolicies policies(
            RegistrationPolicySettings settings,
            MetadataPolicy policy,
            OutboundPolicy outbound,
            AccessSettings access,
            Config config) {
        List<String> empty = EmptySettings.of(config, PolicyConfiguration::isOfPolicies);
        if (!empty.isEmpty()) {
            throw new ConfigurationException(
                    String.join(", ", empty) + " must say something, or be left out where there is no bound");
        }
        try {
            RegistrationPolicies policies =
                    RegistrationPolicies.of(settings, new Deployment(policy, outbound, OwnScopes.of(access)));
            policies.hostCoverage().forEach(LOG::info);
            return policies;
        } catch (UnsoundPolicyException unsound) {
            throw new ConfigurationException(unsound.getMessage());
        }
    }

    private static boolean isOfPolicies(String name) {
        return name.startsWith("registrar.policies.") || name.startsWith("REGISTRAR_POLICIES_");
    }
}
