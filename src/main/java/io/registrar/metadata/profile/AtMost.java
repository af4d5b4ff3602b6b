package io.registrar.metadata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.RuleContext;
import java.util.Optional;
import java.util.Set;

/**
 * A number is no larger than this. Where its absence would mean no bound at all, as for {@code client_lifetime}, a client
 * that says nothing gets the bound.
 *
 * @param whose who demands it, in words that follow "under"
 */
public record AtMost(MetadataField field, long most, String whose) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        Optional<Long> value = metadata.number(field);
        if (value.filter(number -> number > most).isPresent()) {
            context.refuse(field, "must be at most " + most + " under " + whose);
        } else if (value.filter(number -> number == 0 && isUnboundedAtZero()).isPresent()) {
            context.refuse(field, "0, no bound, is not allowed by " + whose + "; use at most " + most);
        }
    }

    @Override
    public Optional<JsonNode> defaultOf(MetadataField of, Optional<JsonNode> usual, RegistrationTerms terms) {
        return of == field
                ? Optional.of(LongNode.valueOf(usual.map(JsonNode::longValue)
                        .filter(value -> value <= most)
                        .orElse(most)))
                : usual;
    }

    @Override
    public long most(MetadataField of, long usual) {
        return of == field ? Math.min(most, usual) : usual;
    }

    private boolean isUnboundedAtZero() {
        return field == MetadataFields.ABSOLUTE_REFRESH_TOKEN_LIFETIME;
    }
}
