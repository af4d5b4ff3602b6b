package io.registrar.metadata;

import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.name.ProtectedName;
import io.registrar.metadata.profile.Profile;
import io.registrar.metadata.value.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        List.of(Capability.values()).forEach(check::capability);
        check.clientLifetime();
        check.pushedRequests();
        check.protectedNames();
        return List.copyOf(check.problems);
    }

    private void capability(Capability capability) {
        Set<String> known = known(capability);
        List<String> unknown = new ArrayList<>(capability.configured(policy).orElse(List.of()));
        unknown.removeAll(known);
        if (!known.isEmpty() && !unknown.isEmpty()) {
            problems.add(property(capability) + " names what nobody knows: " + String.join(", ", unknown)
                    + "; it may name " + String.join(", ", known));
        }
    }

    /** What the members that it bounds may say; nothing where they may say anything. */
    private static Set<String> known(Capability capability) {
        return MetadataFields.all().stream()
                .filter(field -> field.capability().filter(capability::equals).isPresent())
                .flatMap(field -> field.value().known().stream())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String property(Capability capability) {
        return ROOM + capability.documentName().replace("_supported", "").replace('_', '-');
    }

    private void clientLifetime() {
        Duration longest = Duration.ofSeconds(Limit.CLIENT_LIFETIME.standard());
        Duration shortest = Duration.ofSeconds(ExtensionFields.SHORTEST_CLIENT_LIFE);
        policy.maxClientLifetime()
                .filter(most -> most.compareTo(shortest) < 0 || most.compareTo(longest) > 0)
                .ifPresent(most -> problems.add(
                        ROOM + "max-client-lifetime must be from " + shortest + " to " + longest.toDays() + " days"));
    }

    private void pushedRequests() {
        boolean fapi = policy.profile().filter(Profile::isFapi).isPresent();
        if (!policy.pushedAuthorizationRequests() && (fapi || policy.requirePushedAuthorizationRequests())) {
            problems.add(ROOM + "pushed-authorization-requests must be true where pushed requests are required");
        }
    }

    private void protectedNames() {
        policy.protectedNames().orElse(List.of()).stream()
                .filter(name -> !ProtectedName.of(name).isVisible())
                .forEach(name ->
                        problems.add(ROOM + "protected-names needs a letter or digit that is seen in each name"));
    }
}
