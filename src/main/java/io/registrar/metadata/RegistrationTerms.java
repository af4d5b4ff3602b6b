package io.registrar.metadata;

import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.Capability;
import java.util.List;
import java.util.Set;

/**
 * The terms on which a registration is judged, beside the specifications.
 *
 * @param policy what this deployment admits
 * @param outbound where URIs may point that servers read
 * @param reservedScopes the scopes of this service itself: no client may have them
 * @param capabilities what the identity server can do
 * @param tier how far the caller is trusted
 * @param demands what is demanded beyond the rules, by the profile in force and by the registration policy
 */
public record RegistrationTerms(
        MetadataPolicy policy,
        OutboundPolicy outbound,
        Set<String> reservedScopes,
        Capabilities capabilities,
        TrustTier tier,
        Demands demands) {

    /** Copies the scopes. */
    public RegistrationTerms {
        reservedScopes = Set.copyOf(reservedScopes);
    }

    /** Whether the identity server can do this kind. */
    public boolean supports(Capability capability, String value) {
        return capabilities.supports(capability, value);
    }

    /** Whether nothing beyond the rules keeps this value from a client. */
    boolean permits(MetadataField field, String value) {
        return demands.permits(field, value);
    }

    /** The scopes of a client that names none, before it is known which of them it may have. */
    List<String> defaultScopes() {
        return demands.defaultScopes().or(policy::defaultScopes).orElse(List.of());
    }
}
