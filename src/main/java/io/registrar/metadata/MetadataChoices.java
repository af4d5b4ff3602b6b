package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.profile.Tightenings;
import io.registrar.metadata.value.ValueCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Lists of values that the client can work with, from which the server chooses one (OpenID Connect RP Metadata Choices
 * 1.0, reference A.8). They are input only: what is registered and returned is the choice.
 */
final class MetadataChoices {

    private final Map<String, JsonNode> values;
    private final RegistrationTerms terms;
    private final Violations violations;

    private MetadataChoices(Map<String, JsonNode> values, RegistrationTerms terms, Violations violations) {
        this.values = values;
        this.terms = terms;
        this.violations = violations;
    }

    /** Puts a choice in the place of every list. */
    static void decide(Map<String, JsonNode> values, RegistrationTerms terms, Violations violations) {
        MetadataChoices choices = new MetadataChoices(values, terms, violations);
        for (MetadataField field : MetadataFields.all()) {
            field.choices()
                    .ifPresent(list ->
                            choices.decide(field, MetadataFields.of(list).orElseThrow()));
        }
    }

    private void decide(MetadataField field, MetadataField list) {
        JsonNode listed = values.remove(list.name());
        if (listed == null || violations.touch(list) || violations.touch(field)) {
            return;
        }
        List<String> possible = texts(listed);
        Optional<String> single = Optional.ofNullable(values.get(field.name())).map(JsonNode::textValue);
        if (single.isPresent() && !possible.contains(single.get())) {
            violations.refuse(field, "must be among the values of " + list.name());
            return;
        }
        Optional<String> choice = Stream.concat(single.stream(), possible.stream())
                .filter(value -> isOffered(field, value))
                .findFirst();
        choice.ifPresentOrElse(
                value -> values.put(field.name(), TextNode.valueOf(value)),
                () -> violations.refuse(list, "holds nothing that this server supports"));
    }

    private boolean isOffered(MetadataField field, String value) {
        List<String> problems = new ArrayList<>();
        field.value()
                .check(
                        TextNode.valueOf(value),
                        new ValueCheck(
                                field.name(),
                                "",
                                terms.policy(),
                                terms.outbound(),
                                (pointer, jsonType, message) -> problems.add(message)));
        return problems.isEmpty()
                && field.capability()
                        .map(capability -> terms.supports(capability, value))
                        .orElse(true)
                && (!value.equals("none")
                        || field == MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD
                        || terms.policy().allowIdTokenNone())
                && Tightenings.of(terms.policy().profile()).permits(field, value);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
