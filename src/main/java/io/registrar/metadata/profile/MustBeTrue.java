package io.registrar.metadata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.RuleContext;
import java.util.Optional;
import java.util.Set;

/**
 * A flag is on; a client that says nothing gets it.
 *
 * @param whose who demands it, in words that follow "under"
 */
record MustBeTrue(MetadataField field, String whose) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!metadata.flag(field)) {
            context.refuse(field, "must be true under " + whose);
        }
    }

    @Override
    public Optional<JsonNode> defaultOf(MetadataField of, Optional<JsonNode> usual, RegistrationTerms terms) {
        return of == field ? Optional.of(BooleanNode.TRUE) : usual;
    }
}
