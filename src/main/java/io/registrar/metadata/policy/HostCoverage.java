package io.registrar.metadata.policy;

import io.registrar.metadata.Follower;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.MetadataPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which members the hosts of settings bound, in sentences for the log: a release that declares one more member bounds
 * more than the one before it.
 *
 * @param deployment decides which members there are
 */
record HostCoverage(MetadataPolicy deployment) {

    /** That of the deployment's own lists; empty where it has none. */
    Optional<String> ofDeployment() {
        String set = Stream.of(
                        deployment.allowedRedirectHosts().map(hosts -> "registrar.metadata.allowed-redirect-hosts"),
                        deployment.deniedRedirectHosts().map(hosts -> "registrar.metadata.denied-redirect-hosts"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        return set.isEmpty() ? Optional.empty() : Optional.of(set + ": for " + members(Follower.BROWSER));
    }

    /** That of a policy; empty where it bounds no hosts. */
    Optional<String> of(RegistrationPolicy policy) {
        Optional<String> browser = sentence(policy.name() + ".redirect-hosts", hosts(policy, Follower.BROWSER));
        Optional<String> others = sentence(policy.name() + ".uri-hosts", hosts(policy, Follower.OTHERS));
        if (browser.isEmpty() && others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(browser.orElseGet(() -> unset("redirect-hosts", Follower.BROWSER)) + "; "
                + others.orElseGet(() -> unset("uri-hosts", Follower.OTHERS)));
    }

    private Optional<String> hosts(RegistrationPolicy policy, Follower follower) {
        return policy.layers()
                .flatMap(limits -> limits.hosts(follower).stream())
                .findFirst()
                .map(hosts -> members(follower));
    }

    private static Optional<String> sentence(String setting, Optional<String> members) {
        return members.map(names -> "registrar.policies." + setting + ": for " + names);
    }

    private String unset(String setting, Follower follower) {
        return "without " + setting + " any host in " + members(follower);
    }

    private String members(Follower follower) {
        List<MetadataField> followed = MetadataFields.followedBy(follower);
        return followed.stream()
                .filter(field -> field.isOffered(deployment))
                .map(MetadataField::name)
                .collect(Collectors.joining(", "));
    }
}
