package io.registrar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.registrar.metadata.Applicability;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.key.KeyUse;
import io.registrar.testing.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the declared metadata members as a table: member, type, default, what it needs, source. */
final class MetadataTable {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final MetadataPolicy USUAL = Settings.of(MetadataPolicy.class, Map.of());

    private MetadataTable() {}

    static String text() {
        return "| Member | Type | Default | Needs | Source |\n|---|---|---|---|---|\n"
                + MetadataFields.all().stream().map(MetadataTable::row).collect(Collectors.joining())
                + "\nIn several languages, as `member#fr` and so on: "
                + names(MetadataFields.all().stream().filter(MetadataField::localizable))
                + ".\n\nLists from which the server chooses, each sent instead of or beside the member that it decides: "
                + names(MetadataFields.choices().stream())
                + ".\n\nOnly this service issues "
                + names(MetadataFields.issued().stream())
                + ".\n\n";
    }

    private static String row(MetadataField field) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(field.name(), type(field.jsonSchema()), absent(field), needs(field), field.source());
    }

    private static String type(Map<?, ?> schema) {
        return schema.get("type").equals("array")
                ? "array of %ss".formatted(((Map<?, ?>) schema.get("items")).get("type"))
                : schema.get("type").toString();
    }

    /** What is always the same stands in the declaration as JSON. */
    private static String absent(MetadataField field) {
        String description = field.absent().description();
        try {
            MAPPER.readValue(description, Object.class);
            return "`" + description + "`";
        } catch (JsonProcessingException sentence) {
            return description;
        }
    }

    private static String needs(MetadataField field) {
        List<String> needs = new ArrayList<>();
        if (field.requirement() != Applicability.ALWAYS) {
            needs.add(field.requirement().condition());
        }
        if (field.applicability() != field.requirement()) {
            needs.add(field.applicability().condition() + " (else not registered)");
        }
        field.companion().ifPresent(other -> needs.add("`" + other.name() + "`"));
        field.keyNeeded()
                .ifPresent(use -> needs.add("a key for " + (use == KeyUse.SIGNATURE ? "signatures" : "encryption")));
        if (!field.isOffered(USUAL)) {
            needs.add("a deployment that wants it");
        }
        return String.join("; ", needs);
    }

    private static String names(Stream<MetadataField> fields) {
        return fields.map(field -> "`" + field.name() + "`").collect(Collectors.joining(", "));
    }
}
