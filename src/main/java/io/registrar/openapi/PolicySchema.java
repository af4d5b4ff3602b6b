package io.registrar.openapi;

import static io.registrar.openapi.Schemas.nothing;
import static io.registrar.openapi.Schemas.object;
import static io.registrar.openapi.Schemas.reference;
import static io.registrar.openapi.Schemas.text;
import static io.registrar.openapi.Schemas.texts;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.profile.Profile;
import io.registrar.metadata.value.IntegerRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The JSON schema of what a caller may register. */
final class PolicySchema {

    static final String REGISTRATION_POLICY = "RegistrationPolicy";

    private PolicySchema() {}

    static Schema registrationPolicy() {
        Schema schema = object("What a caller may register. What is listed may still fall to a rule of its own; what is"
                        + " not listed is refused. A list that is missing sets no bound.")
                .addProperty("policy", text("The name of the policy."));
        schema.addProperty("grant_types", texts("The grant types that a client may have."))
                .addProperty("response_types", texts("The response types that a client may have."))
                .addProperty("token_endpoint_auth_methods", texts("The authentication methods that a client may have."))
                .addProperty("application_types", texts("The application types that a client may have."))
                .addProperty("scopes", texts("The scopes that a client may have; a star stands for any ending."))
                .addProperty(
                        "default_scopes", texts("The scopes of a client that names none, as far as it may have them."))
                .addProperty(
                        "redirect_hosts",
                        texts("Where users may be sent and scripts may come from: a host, every host below one"
                                + " (*.apps.example.com), loopback, or a private-use scheme (com.example.app:)."))
                .addProperty(
                        "uri_hosts",
                        texts("Where all other URIs of a client may lead: a host, every host below one, or loopback."))
                .addProperty("maximum", maximum())
                .addProperty("required", texts("The members that a client must send."))
                // Members with the one value that they have; a client that says nothing gets it.
                .addProperty("fixed", reference(Schemas.REGISTERED_METADATA))
                .addProperty("profiles", profiles())
                .addProperty("quota", integer("The most live clients that the caller may have."))
                .addProperty("rate", rate());
        return schema.required(List.of(
                        "policy",
                        "grant_types",
                        "response_types",
                        "token_endpoint_auth_methods",
                        "application_types",
                        "default_scopes",
                        "maximum",
                        "required",
                        "fixed",
                        "profiles"))
                .additionalPropertiesSchema(nothing());
    }

    private static Schema maximum() {
        Schema maximum = object("The largest numbers that members may have, each in its own unit.");
        MetadataFields.all().stream()
                .filter(field -> field.value() instanceof IntegerRule)
                .forEach(field -> maximum.addProperty(field.name(), integer(field.description())));
        return maximum.additionalPropertiesSchema(nothing());
    }

    private static Schema profiles() {
        Schema profiles = texts("The profiles that every client must obey.");
        profiles.getItems()
                .enumeration(Stream.of(Profile.values())
                        .<Object>map(Profile::settingName)
                        .toList());
        return profiles;
    }

    private static Schema rate() {
        return object("How fast the caller may register.")
                .addProperty("registrations", integer("So many registrations."))
                .addProperty("per_seconds", integer("In so many seconds."))
                .required(List.of("registrations", "per_seconds"))
                .additionalPropertiesSchema(nothing());
    }

    private static Schema integer(String description) {
        return createSchema()
                .addType(SchemaType.INTEGER)
                .minimum(BigDecimal.ZERO)
                .description(description);
    }
}
