package io.registrar.metadata.policy;

import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.OutboundPolicy;
import java.util.Set;

/**
 * What registration policies are set within.
 *
 * @param policy what the deployment admits
 * @param outbound where URIs may point that servers read
 * @param reservedScopes the scopes of this service itself: no client may have them
 */
public record Deployment(MetadataPolicy policy, OutboundPolicy outbound, Set<String> reservedScopes) {

    public Deployment {
        reservedScopes = Set.copyOf(reservedScopes);
    }
}
