package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.RuleContext;
import io.registrar.metadata.profile.Tightening;
import java.util.Optional;
import java.util.Set;

/**
 * A member has this value, in every language; a client that says nothing gets it.
 *
 * @param value as it would be registered
 * @param whose who demands it, in words that follow "fixed by"
 */
record FixedValue(MetadataField field, JsonNode value, String whose) implements Tightening {

    /** Of these it does not matter in which order they are said (RFC 6749 section 3.3). */
    private static final Set<MetadataField> UNORDERED =
            Set.of(MetadataFields.SCOPE, MetadataFields.GRANT_TYPES, MetadataFields.RESPONSE_TYPES);

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    // Absent it can only be where it means nothing for the client.
    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        String why = "the value is fixed by " + whose + "; leave it out, or send "
                + (value.isTextual() ? value.textValue() : value.toString());
        if (metadata.json(field).filter(sent -> !isTheSame(sent)).isPresent()) {
            context.refuse(field, why);
        }
        metadata.inAllLanguages(field).forEach((name, text) -> {
            if (!name.equals(field.name()) && !text.equals(value.textValue())) {
                context.refuse(field, name, why);
            }
        });
    }

    /** Whether a client that sends this keeps to it. */
    boolean isTheSame(JsonNode sent) {
        return sent.equals(value) || UNORDERED.contains(field) && texts(sent).equals(texts(value));
    }

    private Set<String> texts(JsonNode of) {
        return Set.copyOf(MemberValues.texts(field, of));
    }

    @Override
    public boolean permits(MetadataField of, String text) {
        return of != field || MemberValues.texts(field, value).contains(text);
    }

    @Override
    public long most(MetadataField of, long usual) {
        return of == field && value.isIntegralNumber() ? Math.min(usual, value.longValue()) : usual;
    }

    @Override
    public Optional<JsonNode> defaultOf(MetadataField of, Optional<JsonNode> usual, RegistrationTerms terms) {
        return of == field ? Optional.of(value.deepCopy()) : usual;
    }
}
