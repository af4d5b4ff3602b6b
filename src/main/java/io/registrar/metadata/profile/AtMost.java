package io.registrar.metadata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.RuleContext;
import java.util.Optional;
import java.util.Set;

/** A number is no larger than this. */
record AtMost(MetadataField field, long most) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (metadata.number(field).filter(value -> value > most).isPresent()) {
            context.refuse(field, "must be at most " + most + " under the profile in force here");
        }
    }

    @Override
    public Optional<JsonNode> defaultOf(MetadataField of, Optional<JsonNode> usual, RegistrationTerms terms) {
        return of == field ? usual.map(value -> LongNode.valueOf(Math.min(most, value.longValue()))) : usual;
    }
}
