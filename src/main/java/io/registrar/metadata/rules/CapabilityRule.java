package io.registrar.metadata.rules;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What is registered, default or sent, must be something the identity server can do (reference 0).
 *
 * @param field a string, or an array of strings
 * @param supported what the identity server can do
 */
record CapabilityRule(MetadataField field, Function<MetadataPolicy, List<String>> supported) implements MetadataRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        List<String> values = supported.apply(context.policy());
        String advice = "not supported by this server; use one of: " + String.join(", ", values);
        if (metadata.text(field).filter(value -> !values.contains(value)).isPresent()) {
            context.refuse(field, advice);
        }
        List<String> elements = metadata.texts(field);
        for (int i = 0; i < elements.size(); i++) {
            if (!values.contains(elements.get(i))) {
                context.refuse(field, i, advice);
            }
        }
    }
}
