package io.registrar.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders what a reader does not honour as a table, from the one that makes the warnings. */
final class LimitsTable {

    private final Map<String, MetadataField> fields =
            MetadataFields.all().stream().collect(Collectors.toMap(MetadataField::name, field -> field));

    String of(ReaderTable table) {
        return "| Member | Honoured | Of clients with | %s ... |\n|---|---|---|---|\n".formatted(table.reader())
                + table.limits().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(ReaderLimit limit) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        limit.member(),
                        limit.honours().isEmpty() ? "nothing" : values(limit.member(), limit.honours()),
                        conditions(limit),
                        limit.warning().replace("|", "\\|"));
    }

    private String conditions(ReaderLimit limit) {
        return limit.where().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> "`" + it.getKey() + "` " + values(it.getKey(), it.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** The values, or the others that the member can have where these are fewer. */
    private String values(String member, List<JsonNode> values) {
        List<String> listed = values.stream().map(JsonNode::asText).toList();
        List<String> others =
                known(member).stream().filter(value -> !listed.contains(value)).toList();
        return others.isEmpty() || others.size() >= listed.size() ? code(listed) : "all but " + code(others);
    }

    private List<String> known(String member) {
        Map<String, Object> schema = fields.get(member).jsonSchema();
        Object values = schema.get("items") instanceof Map<?, ?> items ? items.get("enum") : schema.get("enum");
        return Optional.ofNullable((List<?>) values).stream()
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();
    }

    private static String code(List<String> values) {
        return values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
    }
}
