package io.registrar.metadata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.RegistrationTerms;
import io.registrar.metadata.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the deployment selected it, a message is signed, with the first of the profile's algorithms for a client that
 * names none (FAPI 2.0 Message Signing §5).
 *
 * @param field the algorithm of the message
 */
record SelectedSignature(SignedMessage message, MetadataField field, List<String> algorithms) implements Tightening {

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        if (isSelected(context.terms()) && !metadata.has(field)) {
            context.refuse(field, "required here; use one of: " + String.join(", ", algorithms));
        }
    }

    @Override
    public Optional<JsonNode> defaultOf(MetadataField of, Optional<JsonNode> usual, RegistrationTerms terms) {
        if (of != field || !isSelected(terms)) {
            return usual;
        }
        return usual.or(() -> algorithms.stream()
                .filter(name -> terms.supports(field.capability().orElseThrow(), name))
                .findFirst()
                .map(TextNode::valueOf));
    }

    private boolean isSelected(RegistrationTerms terms) {
        return terms.policy().messageSigning().orElse(Set.of()).contains(message);
    }
}
