package io.registrar.metadata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RegistrationTerms;
import java.util.Optional;

/**
 * One thing that a profile demands beyond the rules. It judges as any rule does, and says what the demand makes of
 * defaults, so that a client that leaves the matter to the server is not refused for what the server chose.
 */
interface Tightening extends MetadataRule {

    /** The default under this demand; {@code usual} where it makes no difference. */
    default Optional<JsonNode> defaultOf(MetadataField field, Optional<JsonNode> usual, RegistrationTerms terms) {
        return usual;
    }

    /** Whether the server may choose this value for the client. */
    default boolean permits(MetadataField field, String value) {
        return true;
    }
}
