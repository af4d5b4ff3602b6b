package io.registrar.access;

import io.quarkus.arc.DefaultBean;
import io.smallrye.config.NameIterator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The policies that the configuration names: {@code default}, and each with a setting below its name. */
@Singleton
@DefaultBean
final class ConfiguredPolicyNames implements PolicyNames {

    private static final String PREFIX = "registrar.policies.";

    private final Set<String> names;

    ConfiguredPolicyNames(Config config) {
        names = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(ConfiguredPolicyNames::policyOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    // The name may be quoted, and then hold dots.
    private static Optional<String> policyOf(String property) {
        if (!property.startsWith(PREFIX)) {
            return Optional.empty();
        }
        NameIterator rest = new NameIterator(property.substring(PREFIX.length()));
        return rest.hasNext() ? Optional.of(rest.getNextSegment()) : Optional.empty();
    }

    @Override
    public boolean isDefined(String policy) {
        return policy.equals(DEFAULT) || names.contains(policy);
    }
}
