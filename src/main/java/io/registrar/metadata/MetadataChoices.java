package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.rules.ResponseTypes;
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
        if (listed == null || violations.touch(field)) {
            return;
        }
        Optional<String> single = Optional.ofNullable(values.get(field.name())).map(JsonNode::textValue);
        if (violations.touch(list)) {
            single.ifPresent(value -> problem(field, value)
                    .ifPresent(why -> violations.add(field, field.stage(), "/" + field.name(), why)));
            return;
        }
        List<String> possible = texts(listed);
        if (single.isPresent() && !possible.contains(single.get())) {
            violations.refuse(field, "must be among the values of " + list.name());
            return;
        }
        Optional<String> choice = Stream.concat(single.stream(), possible.stream())
                .filter(value -> isOffered(field, value))
                .findFirst();
        if (choice.isPresent()) {
            values.put(field.name(), TextNode.valueOf(choice.get()));
        } else {
            values.remove(field.name());
            boolean isKept = possible.stream().anyMatch(value -> isSupported(field, value));
            violations.refuse(
                    list,
                    isKept
                            ? "holds nothing that the profile or the registration policy in force allows"
                            : "holds nothing that this server supports");
        }
    }

    private boolean isOffered(MetadataField field, String value) {
        return isSupported(field, value) && terms.permits(field, value);
    }

    private boolean isSupported(MetadataField field, String value) {
        return problem(field, value).isEmpty()
                && field.capability()
                        .map(capability -> terms.supports(capability, value))
                        .orElse(true)
                && (field == MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD || isSigned(field, value))
                && isAllowed(field, value);
    }

    private Optional<String> problem(MetadataField field, String value) {
        List<String> problems = new ArrayList<>();
        ValueCheck check = new ValueCheck(
                field.name(),
                "",
                terms.policy(),
                terms.outbound(),
                (pointer, jsonType, message) -> problems.add(message));
        field.value().check(TextNode.valueOf(value), check);
        return problems.stream().findFirst();
    }

    // X25: not from the authorization endpoint, and elsewhere by switch.
    private boolean isSigned(MetadataField field, String value) {
        boolean frontChannel = field == MetadataFields.ID_TOKEN_SIGNED_RESPONSE_ALG
                && ResponseTypes.anyHas(sent(MetadataFields.RESPONSE_TYPES), "id_token");
        return !value.equals("none") || (terms.policy().allowIdTokenNone() && !frontChannel);
    }

    // X24
    private boolean isAllowed(MetadataField field, String value) {
        List<String> allowed = sent(MetadataFields.ALLOWED_IDENTITY_TOKEN_SIGNING_ALGORITHMS);
        return field != MetadataFields.ID_TOKEN_SIGNED_RESPONSE_ALG || allowed.isEmpty() || allowed.contains(value);
    }

    private List<String> sent(MetadataField field) {
        return ClientMetadata.unordered(values).texts(field);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
