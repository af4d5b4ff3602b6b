package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.profile.Profile;
import java.util.Optional;
import java.util.Set;

/**
 * The terms on which a registration is judged, beside the specifications.
 *
 * @param policy what this deployment admits
 * @param outbound where URIs may point that servers read
 * @param reservedScopes the scopes of this service itself: no client may have them
 * @param capabilities what the identity server can do
 * @param tier how far the caller is trusted
 */
public record RegistrationTerms(
        MetadataPolicy policy,
        OutboundPolicy outbound,
        Set<String> reservedScopes,
        Capabilities capabilities,
        TrustTier tier) {

    /** Copies the scopes. */
    public RegistrationTerms {
        reservedScopes = Set.copyOf(reservedScopes);
    }

    /** The profile in force. */
    public Optional<Profile> profile() {
        return policy.profile();
    }

    /** What an absent member means for a client that is otherwise like this, empty for nothing. */
    public Optional<JsonNode> defaultOf(MetadataField field, ClientMetadata metadata) {
        Optional<JsonNode> usual = field.absent().formula().of(metadata, this);
        return profile()
                .map(tightened -> tightened.defaultOf(field, usual, this))
                .orElse(usual);
    }

    /** What a member is whatever the client says, usually nothing. */
    Optional<JsonNode> forced(MetadataField field, ClientMetadata metadata) {
        return field.forced().formula().of(metadata, this).or(() -> profile()
                .flatMap(tightened -> tightened.forced(field, metadata)));
    }

    /** Whether the identity server can do this kind. */
    public boolean supports(Capability capability, String value) {
        return capabilities.supports(capability, value);
    }

    /** Whether the profile in force lets the server choose this value for a client. */
    boolean permits(MetadataField field, String value) {
        return profile().map(tightened -> tightened.permits(field, value)).orElse(true);
    }
}
