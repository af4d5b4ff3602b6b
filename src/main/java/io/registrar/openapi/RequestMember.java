package io.registrar.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.registrar.metadata.FieldDefault;
import io.registrar.metadata.MetadataField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schema of a member in requests: what it may be, and what its absence means. */
final class RequestMember {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private RequestMember() {}

    static Schema of(MetadataField field) {
        Schema schema = nullable(Schemas.of(field.requestSchema()));
        Optional<Object> constant = constant(field.absent());
        constant.ifPresent(schema::defaultValue);
        String words = constant.isPresent() ? "" : field.absent().description();
        return schema.description(
                schema.getDescription() + clients(field) + (words.isEmpty() ? "" : " Default: " + words + "."));
    }

    /** The same in an update, where an empty text means absent, too (RFC 7592 section 2.2). */
    static Schema ofUpdate(MetadataField field) {
        Schema schema = of(field);
        if (schema.getType().contains(SchemaType.STRING)) {
            schema.minLength(null);
            if (schema.getEnumeration() != null) {
                schema.addEnumeration("");
            }
            if (schema.getPattern() != null) {
                schema.pattern("^$|" + schema.getPattern());
            }
        }
        return schema;
    }

    /** Whatever is optional may be null, which means absent; an enumeration must list it to admit it. */
    private static Schema nullable(Schema schema) {
        if (schema.getEnumeration() != null) {
            List<Object> values = new ArrayList<>(schema.getEnumeration());
            values.add(null);
            schema.enumeration(values);
        }
        return schema.addType(SchemaType.NULL);
    }

    private static String clients(MetadataField field) {
        String needed = field.requirement().condition();
        String meaningful = field.applicability().condition();
        return (needed.isEmpty() ? "" : " Needs " + needed + ".")
                + (meaningful.equals(needed) ? "" : " Not registered without " + meaningful + ".");
    }

    /** A default that is always the same is described by its JSON, one that depends on something by a sentence. */
    private static Optional<Object> constant(FieldDefault absent) {
        try {
            return Optional.ofNullable(MAPPER.readValue(absent.description(), Object.class));
        } catch (JsonProcessingException sentence) {
            return Optional.empty();
        }
    }
}
