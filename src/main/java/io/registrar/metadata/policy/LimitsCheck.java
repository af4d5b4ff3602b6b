package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.node.LongNode;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.profile.Profile;
import io.registrar.metadata.profile.Tightenings;
import io.registrar.metadata.uri.UriTarget;
import io.registrar.metadata.value.IntegerRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Looks for limits that a deployment cannot mean, such as values that no client could have anyway. */
final class LimitsCheck {

    private final Deployment deployment;
    private final List<LimitProblem> problems = new ArrayList<>();
    private final MemberValues values;
    private final Capabilities capabilities;

    private LimitsCheck(Deployment deployment) {
        this.deployment = deployment;
        this.values = new MemberValues(deployment);
        this.capabilities = Capabilities.configured(deployment.policy());
    }

    /** Everything that is wrong; empty for nothing. */
    static List<LimitProblem> problems(PolicyLimits limits, Deployment deployment) {
        LimitsCheck check = new LimitsCheck(deployment);
        limits.allowed().forEach(check::allowed);
        limits.scopes().ifPresent(check::scopes);
        limits.defaultScopes().ifPresent(scopes -> check.defaultScopes(scopes, limits.scopes()));
        limits.redirectHosts().ifPresent(hosts -> check.hosts("redirect_hosts", hosts, UriTarget::problem));
        limits.uriHosts().ifPresent(hosts -> check.hosts("uri_hosts", hosts, UriTarget::webProblem));
        limits.maximum().forEach(check::maximum);
        limits.profile().ifPresent(check::profile);
        check.offered(limits);
        if (check.problems.isEmpty()) {
            Tightenings profiles = profiles(limits, deployment);
            limits.allowed().forEach((list, named) -> check.remains(list, named, profiles));
        }
        if (check.problems.isEmpty()) {
            FixedValuesCheck fixed = new FixedValuesCheck(deployment, limits);
            limits.fixed().forEach((field, value) -> fixed.problem(field, value)
                    .ifPresent(why -> check.refuse("fixed." + field.name(), why)));
        }
        return check.problems;
    }

    private void allowed(AllowedList list, List<String> named) {
        for (String value : named) {
            values.problemOfText(list.field(), value)
                    .ifPresent(why -> refuse(list.wireName(), "names what no client can have: " + why));
        }
        repeats(list.wireName(), named);
    }

    // Each may be possible by itself, and none of them together with the profile or what the identity server can do.
    private void remains(AllowedList list, List<String> named, Tightenings demands) {
        boolean isAnyLeft = LimitDemands.registered(list.field(), named).stream()
                .anyMatch(value -> demands.permits(list.field(), value)
                        && list.field()
                                .capability()
                                .map(it -> capabilities.supports(it, value))
                                .orElse(true));
        if (!isAnyLeft) {
            refuse(
                    list.wireName(),
                    "names nothing that the profile in force, that of the policy and the identity server leave");
        }
    }

    private static Tightenings profiles(PolicyLimits limits, Deployment deployment) {
        Tightenings inForce = Tightenings.of(deployment.policy().profile());
        return limits.profile()
                .map(profile -> inForce.and(Tightenings.of(profile, "")))
                .orElse(inForce);
    }

    private void repeats(String path, List<String> named) {
        if (Set.copyOf(named).size() < named.size()) {
            refuse(path, "names something twice");
        }
    }

    private void scopes(List<String> patterns) {
        patterns.stream().map(ScopePattern::new).forEach(pattern -> {
            if (pattern.stem().isEmpty()) {
                refuse("scopes", "holds * alone; leave the setting out where there is no bound");
            } else if (pattern.isOpen()) {
                scope("scopes", pattern.stem());
            } else {
                registrableScope("scopes", pattern.text());
            }
        });
        repeats("scopes", patterns);
    }

    private void defaultScopes(List<String> scopes, Optional<List<String>> allowed) {
        scopes.forEach(scope -> registrableScope("default_scopes", scope));
        repeats("default_scopes", scopes);
        List<ScopePattern> patterns =
                allowed.orElse(List.of()).stream().map(ScopePattern::new).toList();
        boolean isAllowed =
                scopes.stream().allMatch(scope -> patterns.stream().anyMatch(pattern -> pattern.admits(scope)));
        if (allowed.isPresent() && !isAllowed) {
            refuse("default_scopes", "holds a scope that the scopes of the policy do not allow");
        }
    }

    private void registrableScope(String path, String scope) {
        scope(path, scope);
        if (deployment.reservedScopes().contains(scope)) {
            refuse(path, "must not hold the scopes of this service itself");
        }
        if (Capability.SCOPES
                .configured(deployment.policy())
                .filter(known -> !known.contains(scope))
                .isPresent()) {
            refuse(path, "holds a scope that registrar.metadata.scopes does not");
        }
    }

    private void scope(String path, String scope) {
        if (scope.indexOf(' ') >= 0
                || values.problemOfText(MetadataFields.SCOPE, scope).isPresent()) {
            refuse(path, "must hold single scopes, printable ASCII without space, quote and backslash");
        }
    }

    private void hosts(String path, List<String> hosts, Function<String, Optional<String>> problem) {
        hosts.forEach(text -> problem.apply(text).ifPresent(why -> refuse(path, why)));
    }

    private void maximum(MetadataField field, long most) {
        String path = "maximum." + field.name();
        if (!(field.value() instanceof IntegerRule)) {
            refuse(path, "is not for this member: it is no number");
        } else if (most == 0 && field == MetadataFields.ABSOLUTE_REFRESH_TOKEN_LIFETIME) {
            refuse(path, "must not be 0, which is no bound");
        } else {
            values.problem(field, LongNode.valueOf(most)).ifPresent(why -> refuse(path, why));
        }
    }

    private void profile(Profile profile) {
        if (profile.isFapi() && !deployment.policy().pushedAuthorizationRequests()) {
            refuse(
                    "profile",
                    "needs pushed authorization requests, which registrar.metadata.pushed-authorization-requests says"
                            + " there are not");
        }
    }

    private void offered(PolicyLimits limits) {
        Set<MetadataField> named = new HashSet<>(limits.required());
        named.addAll(limits.maximum().keySet());
        named.addAll(limits.fixed().keySet());
        named.stream()
                .filter(field -> !field.isOffered(deployment.policy()))
                .forEach(field -> refuse(pathOf(field, limits), "names a member that this deployment ignores"));
    }

    private static String pathOf(MetadataField field, PolicyLimits limits) {
        String room = limits.required().contains(field)
                ? "required"
                : limits.fixed().containsKey(field) ? "fixed" : "maximum";
        return room + "." + field.name();
    }

    private void refuse(String path, String why) {
        problems.add(new LimitProblem(path, why));
    }
}
