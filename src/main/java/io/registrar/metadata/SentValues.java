package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.value.ValueCheck;
import java.util.LinkedHashMap;
import java.util.Map;

/** The first look at what was sent: each value by itself, each language tag. */
final class SentValues {

    private final RegistrationTerms terms;
    private final Violations violations;
    private final LanguageVariants variants;

    SentValues(RegistrationTerms terms, Violations violations) {
        this.terms = terms;
        this.violations = violations;
        this.variants = new LanguageVariants(terms.policy().limits().variants(), violations);
    }

    /** The members as they would be registered; those in violation as they were sent, for other rules to look at. */
    Map<String, JsonNode> read(MetadataRequest request) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        request.members().forEach((name, value) -> {
            MetadataField field = MetadataFields.of(name).orElseThrow();
            if (hasSoundTag(field, name) && !isDropped(field, name, value)) {
                boolean upForChoice =
                        field.choices().filter(request.members()::containsKey).isPresent();
                field.value().check(value, check(field, name, upForChoice ? ofTypes(field) : ofAll(field)));
                values.put(name, violations.touch(field) ? value : field.registered(value));
            }
        });
        return values;
    }

    private boolean hasSoundTag(MetadataField field, String name) {
        int hash = name.indexOf('#');
        return hash < 0 || variants.accepts(field, name.substring(hash + 1));
    }

    // Substitute or refuse (reference 0): only what is shown to users, and only where the deployment wants it so.
    private boolean isDropped(MetadataField field, String name, JsonNode value) {
        if (!field.displayOnly() || !terms.policy().lenientDisplay()) {
            return false;
        }
        boolean[] unsound = {false};
        field.value().check(value, check(field, name, (pointer, jsonType, message) -> unsound[0] |= !jsonType));
        return unsound[0];
    }

    private ValueCheck check(MetadataField field, String name, ValueCheck.Findings findings) {
        return new ValueCheck(field.name(), "/" + name, terms.policy(), terms.outbound(), findings);
    }

    private ValueCheck.Findings ofAll(MetadataField field) {
        return (pointer, jsonType, message) ->
                violations.add(field, jsonType ? Stage.TYPES : field.stage(), pointer, message);
    }

    // What the server may choose otherwise is judged when it has chosen (MetadataChoices).
    private ValueCheck.Findings ofTypes(MetadataField field) {
        return (pointer, jsonType, message) -> {
            if (jsonType) {
                violations.add(field, Stage.TYPES, pointer, message);
            }
        };
    }
}
