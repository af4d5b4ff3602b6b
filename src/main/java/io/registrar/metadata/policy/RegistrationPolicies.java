package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.ErrorCode;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The registration policies of a deployment, by name; {@code default} is always among them. Immutable. */
public final class RegistrationPolicies {

    private final Deployment deployment;
    private final Map<String, RegistrationPolicy> byName;

    private RegistrationPolicies(Deployment deployment, Map<String, RegistrationPolicy> byName) {
        this.deployment = deployment;
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * Those that are configured.
     *
     * @throws UnsoundPolicyException naming every setting that cannot be meant, and how to mend it
     */
    public static RegistrationPolicies of(RegistrationPolicySettings settings, Deployment deployment) {
        List<String> problems = new ArrayList<>();
        Map<String, RegistrationPolicy> byName = new LinkedHashMap<>();
        byName.put(RegistrationPolicy.DEFAULT, RegistrationPolicy.UNBOUNDED);
        settings.byName().forEach((name, policy) -> new ConfiguredPolicy(name, policy, deployment)
                .read(problems)
                .ifPresent(it -> byName.put(name, it)));
        if (!problems.isEmpty()) {
            throw new UnsoundPolicyException(problems);
        }
        return new RegistrationPolicies(deployment, byName);
    }

    /** The names of all of them. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** For the log of the start: for each list of hosts which members it bounds, a policy in one sentence. */
    public List<String> hostCoverage() {
        HostCoverage coverage = new HostCoverage(deployment.policy());
        return Stream.concat(
                        coverage.ofDeployment().stream(),
                        byName.values().stream().flatMap(policy -> coverage.of(policy).stream()))
                .toList();
    }

    /**
     * The policy of that name.
     *
     * @throws InvalidClientMetadataException when there is none any more: nothing is registered or changed under a policy
     *     that has gone, and never under a wider one instead
     */
    public RegistrationPolicy named(String name) {
        RegistrationPolicy policy = byName.get(name);
        if (policy == null) {
            String why = "the policy " + name + " is no longer configured here, so nothing is registered or changed"
                    + " under it; ask the operator of this service";
            throw new InvalidClientMetadataException(
                    List.of(new Violation("", "", ErrorCode.INVALID_CLIENT_METADATA, why)));
        }
        return policy;
    }

    /**
     * The policy of that name, narrowed.
     *
     * @param limits what narrows it, as {@link PolicyLimits#toJson} wrote it; empty for the policy as it is configured
     * @throws InvalidClientMetadataException when there is no such policy any more
     */
    public RegistrationPolicy named(String name, Optional<String> limits) {
        RegistrationPolicy policy = named(name);
        return limits.map(PolicyLimits::ofStored).map(policy::narrowedBy).orElse(policy);
    }

    /**
     * Limits that are to narrow a policy, in their JSON form (see {@link PolicyLimits}).
     *
     * @param policy the name of the policy; one that is not there leaves the limits to be judged by themselves
     * @throws InvalidClientMetadataException with {@code invalid_request} for each member that is unknown, has the wrong
     *     type, says what cannot be meant in this deployment, or leaves nothing of the policy
     */
    public PolicyLimits limits(JsonNode json, String policy) {
        List<LimitProblem> problems = new ArrayList<>();
        PolicyLimits limits = new LimitsReader(problems).read(json);
        if (problems.isEmpty()) {
            problems.addAll(LimitsCheck.problems(limits, deployment));
        }
        if (problems.isEmpty() && byName.containsKey(policy)) {
            problems.addAll(NarrowingCheck.problems(limits, byName.get(policy)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidClientMetadataException(
                    problems.stream().map(RegistrationPolicies::violation).toList());
        }
        return limits;
    }

    private static Violation violation(LimitProblem problem) {
        String place = repeatable(problem.path());
        String pointer = place.isEmpty() ? "" : "/" + place.replace('.', '/');
        return new Violation(
                place,
                pointer,
                ErrorCode.INVALID_REQUEST,
                (place.isEmpty() ? "the limits" : place + ":") + " " + problem.why());
    }

    // The name of an unknown member is not repeated: it is input.
    private static String repeatable(String path) {
        int dot = path.indexOf('.');
        boolean isKnown = dot < 0
                || MetadataFields.all().stream().anyMatch(field -> field.name().equals(path.substring(dot + 1)));
        return isKnown ? path : path.substring(0, dot);
    }
}
