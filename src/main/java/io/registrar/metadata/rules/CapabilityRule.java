package io.registrar.metadata.rules;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is registered, default or sent, must be something the identity server can do (reference 0).
 *
 * @param field a string, or an array of strings, that its declaration bounds by a capability
 */
record CapabilityRule(MetadataField field) implements MemberRule {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        context.capabilities()
                .of(field.capability().orElseThrow())
                .ifPresent(supported -> check(metadata, supported, context));
    }

    private void check(ClientMetadata metadata, List<String> supported, RuleContext context) {
        String advice = supported.isEmpty()
                ? "not supported by this server; leave it out"
                : "not supported by this server; use one of: " + String.join(", ", supported);
        context.judge(metadata, field, value -> supported.contains(value) ? Optional.empty() : Optional.of(advice));
    }
}
