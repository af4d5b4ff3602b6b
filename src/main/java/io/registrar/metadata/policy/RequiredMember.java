package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.key.ClientKeys;
import io.registrar.metadata.profile.Tightening;
import java.util.Set;

/**
 * A client says this itself, whatever the default. An empty array says nothing, and neither do keys that nobody can use.
 *
 * @param whose who demands it, in words that follow "required by"
 */
record RequiredMember(MetadataField field, String whose) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        boolean isSaid =
                context.isSaid(field) && metadata.json(field).filter(this::says).isPresent();
        if (!isSaid) {
            context.refuse(field, "required by " + whose);
        }
    }

    private boolean says(JsonNode value) {
        // A set with no usable key counts as empty (reference A.13).
        return field == MetadataFields.JWKS ? !ClientKeys.of(value).areNone() : !(value.isArray() && value.isEmpty());
    }
}
