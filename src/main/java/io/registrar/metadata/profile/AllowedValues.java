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
 * A member has one of these values; of an array, every element.
 *
 * @param values the first one that the identity server can do becomes the default, if there was one
 * @param inDefaults whether a default is replaced, too
 * @param whose who demands it, in words that follow "allowed by"
 */
public record AllowedValues(MetadataField field, List<String> values, boolean inDefaults, String whose)
        implements Tightening {

    /** The server chooses among them for a client that does not say. */
    static AllowedValues of(MetadataField field, List<String> values, String whose) {
        return new AllowedValues(field, values, true, whose);
    }

    /** The client must say: the server cannot choose for it. */
    public static AllowedValues said(MetadataField field, List<String> values, String whose) {
        return new AllowedValues(field, values, false, whose);
    }

    @Override
    public Set<MetadataField> reads() {
        return Set.of(field);
    }

    @Override
    public void check(ClientMetadata metadata, RuleContext context) {
        String advice = "not allowed by " + whose + "; use one of: " + String.join(", ", values);
        context.judge(metadata, field, value -> values.contains(value) ? Optional.empty() : Optional.of(advice));
    }

    @Override
    public Optional<JsonNode> defaultOf(MetadataField of, Optional<JsonNode> usual, RegistrationTerms terms) {
        boolean refused = usual.filter(value -> value.isTextual() && !values.contains(value.textValue()))
                .isPresent();
        if (of != field || !inDefaults || !refused) {
            return usual;
        }
        return values.stream()
                .filter(value -> field.capability()
                        .map(capability -> terms.supports(capability, value))
                        .orElse(true))
                .findFirst()
                .<JsonNode>map(TextNode::valueOf)
                .or(() -> usual);
    }

    @Override
    public boolean permits(MetadataField of, String value) {
        return of != field || values.contains(value);
    }
}
