package io.registrar.metadata;

import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.value.AlgorithmRule;
import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.EnumRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.ResponseTypeRule;
import io.registrar.metadata.value.ValueRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for settings that cannot be meant, so that a slip of the pen stops the start instead of refusing clients. */
public final class PolicyCheck {

    private static final String ROOM = "registrar.metadata.";

    private final MetadataPolicy policy;
    private final Set<String> problems = new LinkedHashSet<>();

    private PolicyCheck(MetadataPolicy policy) {
        this.policy = policy;
    }

    /** Everything that is wrong, each with the name of its property; empty for nothing. */
    public static List<String> problems(MetadataPolicy policy) {
        PolicyCheck check = new PolicyCheck(policy);
        MetadataFields.all().forEach(check::capability);
        check.clientLifetime();
        return List.copyOf(check.problems);
    }

    private void capability(MetadataField field) {
        field.capability().ifPresent(capability -> names(field.value()).ifPresent(known -> {
            List<String> unknown = new ArrayList<>(configured(capability));
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                problems.add(property(capability) + " names what nobody knows: " + String.join(", ", unknown)
                        + "; it may name " + String.join(", ", known));
            }
        }));
    }

    private List<String> configured(Capability capability) {
        return capability.configured(policy).orElse(List.of());
    }

    private static String property(Capability capability) {
        return ROOM + capability.documentName().replace("_supported", "").replace('_', '-');
    }

    /** All values that a member knows, where these are a list. */
    private static Optional<List<String>> names(ValueRule rule) {
        if (rule instanceof ArrayRule array) {
            // Two members share the capability for ID tokens; the other one says which names there are.
            return array.element() instanceof AlgorithmRule ? Optional.empty() : names(array.element());
        }
        if (rule instanceof ResponseTypeRule) {
            return Optional.of(ResponseTypeRule.ALL);
        }
        if (rule instanceof AlgorithmRule algorithm) {
            return Optional.of(algorithm.names());
        }
        return rule instanceof EnumRule values ? Optional.of(values.values()) : Optional.empty();
    }

    private void clientLifetime() {
        Duration longest = Duration.ofSeconds(Limit.CLIENT_LIFETIME.standard());
        Duration shortest = Duration.ofSeconds(ExtensionFields.SHORTEST_CLIENT_LIFE);
        policy.maxClientLifetime()
                .filter(most -> most.compareTo(shortest) < 0 || most.compareTo(longest) > 0)
                .ifPresent(most -> problems.add(
                        ROOM + "max-client-lifetime must be from " + shortest + " to " + longest.toDays() + " days"));
    }
}
