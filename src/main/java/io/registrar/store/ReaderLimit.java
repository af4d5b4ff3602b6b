package io.registrar.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One thing that a reader of a published view cannot do for a client.
 *
 * @param member the metadata member
 * @param honours the only values that it honours; elements where the member is an array
 * @param where the limit holds only for clients in which each of these members has, or its array holds, one of the
 *     values; empty for all clients
 * @param warning what becomes of other values, in words that follow the reader's name
 */
@RegisterForReflection
record ReaderLimit(String member, List<JsonNode> honours, Map<String, List<JsonNode>> where, String warning) {

    // What error_description may hold (RFC 6749 appendix A.8); a warning is read in the same places.
    private static final Pattern DESCRIBABLE = Pattern.compile("[ !#-\\[\\]-~]{1,300}+");

    /** @throws IllegalArgumentException when a part is missing or could not be shown */
    ReaderLimit {
        if (member == null || honours == null || warning == null) {
            throw new IllegalArgumentException("a limit has a member, what is honoured of it, and a warning");
        }
        if (!DESCRIBABLE.matcher(warning).matches()) {
            throw new IllegalArgumentException("a warning is short, and ASCII without quote and backslash");
        }
        honours = List.copyOf(honours);
        where = where == null ? Map.of() : Map.copyOf(where);
    }

    /** Where the first value is that goes beyond this limit, as a JSON pointer; empty when none does. */
    Optional<String> exceededBy(ObjectNode metadata) {
        return isAbout(metadata)
                ? metadata.properties().stream()
                        .filter(it -> it.getKey().equals(member) || it.getKey().startsWith(member + "#"))
                        .flatMap(it -> beyond("/" + it.getKey(), it.getValue()).stream())
                        .findFirst()
                : Optional.empty();
    }

    private boolean isAbout(ObjectNode metadata) {
        return where.entrySet().stream().allMatch(it -> hasOneOf(it.getValue(), metadata.path(it.getKey())));
    }

    private Optional<String> beyond(String pointer, JsonNode value) {
        if (!value.isArray()) {
            return isAmong(honours, value) ? Optional.empty() : Optional.of(pointer);
        }
        // Where nothing is honoured, the member as a whole is what is wrong, unless it says nothing.
        return IntStream.range(0, value.size())
                .filter(i -> !isAmong(honours, value.get(i)))
                .mapToObj(i -> honours.isEmpty() ? pointer : pointer + "/" + i)
                .findFirst();
    }

    private static boolean hasOneOf(List<JsonNode> values, JsonNode value) {
        return value.isArray()
                ? IntStream.range(0, value.size()).anyMatch(i -> isAmong(values, value.get(i)))
                : isAmong(values, value);
    }

    private static boolean isAmong(List<JsonNode> values, JsonNode value) {
        return values.stream().anyMatch(it -> isSame(it, value));
    }

    // Nodes of one number are unequal when they hold it in different widths.
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }
}
