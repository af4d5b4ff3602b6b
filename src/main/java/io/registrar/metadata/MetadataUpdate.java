package io.registrar.metadata;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an update sends (RFC 7592 §2.2).
 *
 * @param request the whole of the new metadata: what it leaves out is not kept
 * @param clientSecret the client's secret as the sender knows it: to be compared, never to be taken over
 */
public record MetadataUpdate(MetadataRequest request, Optional<String> clientSecret) {

    public MetadataUpdate {
        Objects.requireNonNull(request);
        Objects.requireNonNull(clientSecret);
    }

    /** The refusal of an update whose secret is not the client's. */
    public static InvalidClientMetadataException wrongSecret() {
        return new InvalidClientMetadataException(List.of(
                UpdateMembers.violation(UpdateMembers.CLIENT_SECRET, "must be the current secret, or left out")));
    }

    @Override
    public String toString() {
        return "MetadataUpdate[" + request + "]";
    }
}
