package io.registrar.access;

import io.quarkus.arc.DefaultBean;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** The policies that the configuration names: {@code default}, and each with a setting below its name. */
@Singleton
@DefaultBean
final class ConfiguredPolicyNames implements PolicyNames {

    private final Set<String> names;

    ConfiguredPolicyNames(Policies policies) {
        names = Set.copyOf(policies.byName().keySet());
    }

    /** Whatever is said of policies. */
    @ConfigMapping(prefix = "registrar.policies")
    interface Policies {

        /** What is said of each, by its name. */
        @WithParentName
        Map<String, Map<String, String>> byName();
    }

    @Override
    public boolean isDefined(String policy) {
        return policy.equals(DEFAULT) || names.contains(policy);
    }
}
