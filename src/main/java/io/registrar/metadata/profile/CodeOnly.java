package io.registrar.metadata.profile;

import static io.registrar.metadata.MetadataFields.RESPONSE_TYPES;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Set;

/**
 * The response types are exactly {@code ["code"]} (FAPI 2.0 Security Profile §5.3.2.2).
 *
 * @param whose who demands it, in words that follow "under"
 */
record CodeOnly(String whose) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(RESPONSE_TYPES);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (!metadata.texts(RESPONSE_TYPES).equals(List.of("code"))) {
            context.refuse(RESPONSE_TYPES, "must be code and nothing else under " + whose);
        }
    }

    @Override
    public boolean permits(MetadataField field, String value) {
        return field != RESPONSE_TYPES || value.equals("code");
    }
}
