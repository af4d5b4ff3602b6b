package io.registrar.metadata.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ARR(x,n): an array of 0 to n elements that each obey x, without {@code null} and without repeats.
 *
 * @param element what each element must be
 * @param most the most elements
 * @param mayBeEmpty whether {@code []} says something
 */
public record ArrayRule(ValueRule element, Limit most, boolean mayBeEmpty) implements ValueRule {

    public static ArrayRule of(ValueRule element, Limit most) {
        return new ArrayRule(element, most, true);
    }

    public static ArrayRule nonEmpty(ValueRule element, Limit most) {
        return new ArrayRule(element, most, false);
    }

    @Override
    public void check(JsonNode value, ValueCheck check) {
        if (!value.isArray()) {
            check.wrongType("must be an array");
            return;
        }
        if (value.isEmpty() && !mayBeEmpty) {
            check.refuse("must not be empty; leave the member out to get its default");
        }
        if (value.size() > most.in(check)) {
            check.refuse("must have at most " + most.in(check) + " elements");
            // Types are judged before lengths; one finding is enough, or a short request would get a long answer.
            checkElements(value, check.ofFirstWrongType());
            return;
        }
        checkElements(value, check);
        checkRepeats(value, check);
    }

    private void checkElements(JsonNode value, ValueCheck check) {
        for (int i = 0; i < value.size(); i++) {
            element.check(value.get(i), check.at(i));
        }
    }

    // By text, which has an order: a hash table of others is slow when their hashes are made to be equal.
    private void checkRepeats(JsonNode value, ValueCheck check) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()
                    && !seen.add(element.canonical(value.get(i)).textValue())) {
                check.at(i).refuse("repeats an earlier element; name each once");
            }
        }
    }

    @Override
    public JsonNode canonical(JsonNode value) {
        ArrayNode canonical = JsonNodeFactory.instance.arrayNode(value.size());
        value.forEach(item -> canonical.add(element.canonical(item)));
        return canonical;
    }

    @Override
    public Optional<List<String>> known() {
        return element.known();
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return schema(element.jsonSchema());
    }

    @Override
    public Map<String, Object> requestSchema() {
        return schema(element.requestSchema());
    }

    private Map<String, Object> schema(Map<String, Object> items) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", items);
        schema.put("minItems", mayBeEmpty ? 0 : 1);
        schema.put("maxItems", most.standard());
        schema.put("uniqueItems", true);
        return schema;
    }
}
