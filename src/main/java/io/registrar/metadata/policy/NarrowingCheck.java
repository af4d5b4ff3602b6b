package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.Demands;
import io.registrar.metadata.MetadataField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Looks for limits that leave nothing of a policy which they are to narrow: no client could be registered within both.
 * What lies outside the policy beside something inside is no mistake, and no use.
 */
final class NarrowingCheck {

    private final RegistrationPolicy policy;
    private final Demands demands;
    private final List<LimitProblem> problems = new ArrayList<>();

    private NarrowingCheck(RegistrationPolicy policy) {
        this.policy = policy;
        this.demands = policy.demands();
    }

    /** Everything that is wrong; empty for nothing. */
    static List<LimitProblem> problems(PolicyLimits limits, RegistrationPolicy policy) {
        NarrowingCheck check = new NarrowingCheck(policy);
        limits.allowed().forEach(check::allowed);
        check.meets("scopes", limits, PolicyLimits::scopes, Shared::scopes);
        check.meets("redirect_hosts", limits, PolicyLimits::redirectHosts, Shared::hosts);
        check.meets("uri_hosts", limits, PolicyLimits::uriHosts, Shared::hosts);
        limits.fixed().forEach((field, value) -> check.fixed(field, field.registered(value)));
        return check.problems;
    }

    private void allowed(AllowedList list, List<String> named) {
        if (LimitDemands.registered(list.field(), named).stream()
                .noneMatch(value -> demands.permits(list.field(), value))) {
            refuse(list.wireName());
        }
    }

    private void meets(
            String path,
            PolicyLimits limits,
            Function<PolicyLimits, Optional<List<String>>> list,
            BinaryOperator<List<String>> shared) {
        list.apply(limits).ifPresent(wanted -> {
            if (policy.layers()
                    .flatMap(layer -> list.apply(layer).stream())
                    .anyMatch(allowed -> shared.apply(allowed, wanted).isEmpty())) {
                refuse(path);
            }
        });
    }

    private void fixed(MetadataField field, JsonNode value) {
        boolean isAnother = policy.layers()
                .flatMap(layer -> Optional.ofNullable(layer.fixed().get(field)).stream())
                .anyMatch(own -> !new FixedValue(field, field.registered(own), "").isTheSame(value));
        if (isAnother || !MemberValues.isWithin(demands, field, value)) {
            refuse("fixed." + field.name());
        }
    }

    private void refuse(String path) {
        problems.add(new LimitProblem(path, "leaves nothing of what the policy " + policy.name() + " allows"));
    }
}
