package io.registrar.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The JSON schemas of the API description. */
final class Schemas {

    static final String CLIENT_METADATA = "ClientMetadata";
    static final String CLIENT_UPDATE = "ClientUpdate";
    static final String REGISTERED_METADATA = "RegisteredMetadata";
    static final String VALIDATED_CLIENT_METADATA = "ValidatedClientMetadata";
    static final String CLIENT_INFORMATION = "ClientInformation";
    static final String RESOURCE_METADATA = "ProtectedResourceMetadata";
    static final String ERROR = "Error";

    private Schemas() {}

    static Schema clientMetadata() {
        Schema schema = object("Client metadata (RFC 7591 section 2). Unknown members are ignored, whatever they"
                + " hold; null means absent.");
        MetadataFields.all().forEach(field -> schema.addProperty(field.name(), RequestMember.of(field)));
        MetadataFields.choices().forEach(field -> schema.addProperty(field.name(), RequestMember.of(field)));
        return schema.additionalPropertiesSchema(variants());
    }

    static Schema clientUpdate() {
        Schema schema =
                object("The whole of the new client metadata (RFC 7592 section 2.2): what is omitted, null or an"
                        + " empty string returns to its default. Of the members that only the server issues, a client may repeat"
                        + " its identifier and its secret, and no other.");
        Stream.concat(MetadataFields.all().stream(), MetadataFields.choices().stream())
                .forEach(field -> schema.addProperty(field.name(), RequestMember.ofUpdate(field)));
        return schema.addProperty("client_id", text("The identifier of this client; anything else is refused."))
                .addProperty("client_secret", text("The current secret of this client; anything else is refused."))
                .additionalPropertiesSchema(variants());
    }

    /** What every answer about a client holds. */
    static Schema registeredMetadata() {
        Schema schema = object("Every registered value, defaults included (RFC 7591 section 3.2.1).");
        MetadataFields.all().forEach(field -> schema.addProperty(field.name(), of(field.jsonSchema())));
        return schema.additionalPropertiesSchema(variants());
    }

    static Schema validatedClientMetadata() {
        Schema warning = object("Something to know before; no reason to refuse.")
                .addProperty("member", text("The metadata member that it is about."))
                .addProperty("pointer", text("JSON pointer (RFC 6901) to the value."))
                .addProperty("reader", text("The identity server that does not honour the value, where one does not."))
                .addProperty("message", text("What becomes of the value; ASCII."));
        warning.additionalPropertiesSchema(nothing()).required(List.of("member", "pointer", "message"));
        Schema warnings = createSchema()
                .addType(SchemaType.ARRAY)
                .items(warning)
                .description("What the identity server will not honour, and what is not registered.");
        return registeredAnd(createSchema().addProperty("warnings", warnings).required(List.of("warnings")))
                .description("Every value that a registration would return, defaults included, but nothing issued.");
    }

    static Schema clientInformation() {
        // The two for the client configuration endpoint are missing where clients do not manage themselves.
        Schema issued = createSchema().required(List.of("client_id", "client_id_issued_at"));
        MetadataFields.issued().forEach(field -> issued.addProperty(field.name(), of(field.jsonSchema())));
        return registeredAnd(issued)
                .description(
                        "What was issued, and every registered value including defaults (RFC 7591 section 3.2.1).");
    }

    // Readers that take a part for the whole would refuse the members of the other.
    private static Schema registeredAnd(Schema more) {
        more.additionalPropertiesSchema(createSchema().booleanSchema(true));
        return createSchema().addAllOf(more.addType(SchemaType.OBJECT)).addAllOf(reference(REGISTERED_METADATA));
    }

    static Schema resourceMetadata() {
        return object("Metadata of a protected resource (RFC 9728 section 2).")
                .addProperty("resource", text("The registration endpoint."))
                .addProperty("authorization_servers", texts("The issuers of access tokens for it."))
                .addProperty("scopes_supported", texts("The scope that such a token needs."))
                .addProperty("bearer_methods_supported", texts("How a token is sent."))
                .addProperty("resource_name", text("A name for people."))
                .required(List.of("resource", "bearer_methods_supported", "resource_name"))
                .additionalPropertiesSchema(nothing());
    }

    static Schema texts(String description) {
        return createSchema()
                .addType(SchemaType.ARRAY)
                .items(createSchema().addType(SchemaType.STRING))
                .description(description);
    }

    static Schema error() {
        Schema violation = object("One violation.")
                .addProperty("member", text("The metadata member at fault; empty when the document itself is."))
                .addProperty("pointer", text("JSON pointer (RFC 6901) to the value at fault."))
                .addProperty("code", text("The error code of this violation."))
                .addProperty("message", text("What is wrong and how to mend it."));
        violation.additionalPropertiesSchema(nothing()).required(List.of("member", "pointer", "code", "message"));
        return object("A refusal (RFC 7591 section 3.2.2, RFC 6750 section 3).")
                .addProperty("error", text("The error code."))
                .addProperty("error_description", text("What is wrong and how to mend it; ASCII."))
                .addProperty("error_field", text("The metadata member at fault."))
                .addProperty(
                        "violations",
                        createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(violation)
                                .description("Every violation found; the first one decides the error code."))
                .required(List.of("error", "error_description"))
                .additionalPropertiesSchema(nothing());
    }

    static Schema reference(String name) {
        return createSchema().ref("#/components/schemas/" + name);
    }

    static Schema object(String description) {
        return createSchema().addType(SchemaType.OBJECT).description(description);
    }

    static Schema text(String description) {
        return createSchema().addType(SchemaType.STRING).description(description);
    }

    static Schema nothing() {
        return createSchema().booleanSchema(false);
    }

    private static Schema variants() {
        return createSchema()
                .description(MetadataFields.all().stream()
                        .filter(MetadataField::localizable)
                        .map(MetadataField::name)
                        .collect(Collectors.joining(
                                ", ",
                                "Language variants, named member#tag (BCP 47), each as the member itself: of ",
                                ".")));
    }

    /** A declared member's schema, from its plain form. */
    static Schema of(Map<String, Object> plain) {
        Schema schema = createSchema();
        plain.forEach((keyword, value) -> set(schema, keyword, value));
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static void set(Schema schema, String keyword, Object value) {
        switch (keyword) {
            case "type" -> schema.addType(SchemaType.valueOf(value.toString().toUpperCase(Locale.ROOT)));
            case "description" -> schema.description((String) value);
            case "format" -> schema.format((String) value);
            case "pattern" -> schema.pattern((String) value);
            case "items" -> schema.items(of((Map<String, Object>) value));
            case "enum" -> schema.enumeration((List<Object>) value);
            case "default" -> schema.defaultValue(value);
            case "minLength" -> schema.minLength(((Number) value).intValue());
            case "maxLength" -> schema.maxLength(((Number) value).intValue());
            case "minItems" -> schema.minItems(((Number) value).intValue());
            case "maxItems" -> schema.maxItems(((Number) value).intValue());
            case "uniqueItems" -> schema.uniqueItems((Boolean) value);
            case "minimum" -> schema.minimum(new BigDecimal(value.toString()));
            case "maximum" -> schema.maximum(new BigDecimal(value.toString()));
            case "required" -> schema.required((List<String>) value);
            case "properties" ->
                ((Map<String, Object>) value)
                        .forEach((name, property) -> schema.addProperty(name, of((Map<String, Object>) property)));
            default -> throw new IllegalArgumentException("No schema keyword of this name is published: " + keyword);
        }
    }
}
