package io.registrar.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configured policy, with this deployment's own names among those that are never fetched (reference F.1 step 1). An
 * exception that the operator made counts for them as for all others.
 *
 * @param configured what the operator says
 * @param ownNames host names in lower case
 */
public record DeploymentPolicy(OutboundPolicy configured, List<String> ownNames) implements OutboundPolicy {

    /** Copies the names. */
    public DeploymentPolicy {
        ownNames = List.copyOf(ownNames);
    }

    @Override
    public List<Integer> allowedPorts() {
        return configured.allowedPorts();
    }

    @Override
    public Optional<List<String>> deniedNames() {
        return Optional.of(Stream.concat(
                        ownNames.stream(), configured.deniedNames().stream().flatMap(List::stream))
                .toList());
    }

    @Override
    public Optional<List<String>> deniedNetworks() {
        return configured.deniedNetworks();
    }

    @Override
    public Map<String, List<String>> allowedFetchNetworks() {
        return configured.allowedFetchNetworks();
    }
}
