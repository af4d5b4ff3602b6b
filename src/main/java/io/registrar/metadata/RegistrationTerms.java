package io.registrar.metadata;

import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.Capability;
import java.util.Set;

/**
 * The terms on which a registration is judged, beside the specifications.
 *
 * @param policy what this deployment admits
 * @param outbound where URIs may point that servers read
 * @param reservedScopes the scopes of this service itself: no client may have them
 * @param capabilities what the identity server can do
 * @param tier how far the caller is trusted
 * @param permitted what the profile in force lets the server choose
 */
public record RegistrationTerms(
        MetadataPolicy policy,
        OutboundPolicy outbound,
        Set<String> reservedScopes,
        Capabilities capabilities,
        TrustTier tier,
        PermittedValues permitted) {

    /** Copies the scopes. */
    public RegistrationTerms {
        reservedScopes = Set.copyOf(reservedScopes);
    }

    /** Whether the identity server can do this kind. */
    public boolean supports(Capability capability, String value) {
        return capabilities.supports(capability, value);
    }

    /** Whether the profile in force lets the server choose this value for a client. */
    boolean permits(MetadataField field, String value) {
        return permitted.permits(field, value);
    }
}
