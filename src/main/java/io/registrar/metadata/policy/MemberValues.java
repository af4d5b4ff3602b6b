package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.Demands;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.ValueCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Judges values of metadata members as a registration in this deployment would, each by itself. */
record MemberValues(Deployment deployment) {

    /** What the member's own rule has against a value. */
    Optional<String> problem(MetadataField field, JsonNode value) {
        List<String> problems = new ArrayList<>();
        ValueCheck check = new ValueCheck(
                field.name(),
                "",
                deployment.policy(),
                deployment.outbound(),
                (pointer, jsonType, message) -> problems.add(message));
        field.value().check(value, check);
        return problems.stream().findFirst();
    }

    /** The same of a text, or of an array of texts with this one in it. */
    Optional<String> problemOfText(MetadataField field, String text) {
        return problem(
                field, field.value() instanceof ArrayRule ? LimitsWriter.array(List.of(text)) : TextNode.valueOf(text));
    }

    /** Whether a client may have that value, as far as demands of single values go. */
    static boolean isWithin(Demands demands, MetadataField field, JsonNode value) {
        boolean isTooLarge = value.isIntegralNumber() && value.longValue() > demands.most(field, Long.MAX_VALUE);
        return !isTooLarge && texts(field, value).stream().allMatch(text -> demands.permits(field, text));
    }

    /** The texts that other rules judge by themselves: the words of a scope, the elements of an array, the text. */
    static List<String> texts(MetadataField field, JsonNode value) {
        if (value.isTextual()) {
            return field == MetadataFields.SCOPE ? List.of(value.textValue().split(" ")) : List.of(value.textValue());
        }
        Stream<JsonNode> elements = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.empty();
        return elements.filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    }
}
