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
            checkTag(field, name);
            if (!isDropped(field, name, value)) {
                field.value().check(value, check(field, name, reporting(field)));
                values.put(name, violations.touch(field) ? value : registered(field, value));
            }
        });
        return values;
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

    private void checkTag(MetadataField field, String name) {
        int hash = name.indexOf('#');
        if (hash >= 0) {
            variants.check(field, name.substring(hash + 1));
        }
    }

    private static JsonNode registered(MetadataField field, JsonNode value) {
        return StoredJson.asStored(field.value().canonical(value).deepCopy());
    }

    private ValueCheck check(MetadataField field, String name, ValueCheck.Findings findings) {
        int hash = name.indexOf('#');
        // A tag that is none is the client's text, so no pointer repeats it.
        boolean echoable = hash < 0 || LanguageVariants.isWellFormed(name.substring(hash + 1));
        String pointer = "/" + (echoable ? name : field.name());
        return new ValueCheck(field.name(), pointer, terms.policy(), terms.outbound(), findings);
    }

    private ValueCheck.Findings reporting(MetadataField field) {
        return (pointer, jsonType, message) ->
                violations.add(field, jsonType ? Stage.TYPES : field.stage(), pointer, message);
    }
}
