package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What an absent member means under the terms of a registration, its profile included. */
@FunctionalInterface
interface DefaultValues {

    /** The default for a client that is otherwise like this, empty for nothing. */
    Optional<JsonNode> of(MetadataField field, ClientMetadata metadata);
}
