package io.registrar.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createInfo;
import static org.eclipse.microprofile.openapi.OASFactory.createLicense;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * The published description of the API, written at build time. Schemas of client metadata come from the declaration of
 * the members that also reads, checks and answers them, so that the two cannot part.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiDocument implements OASFilter {

    static final String ACCESS_TOKEN = "accessToken";
    static final String INITIAL_ACCESS_TOKEN = "initialAccessToken";
    static final String REGISTRATION_ACCESS_TOKEN = "registrationAccessToken";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.info(createInfo()
                .title("Registrar")
                .version("0.1.0")
                .description("The configuration API for OAuth 2.0 and OpenID Connect clients: dynamic client"
                        + " registration (RFC 7591, RFC 7592, OpenID Connect Dynamic Client Registration 1.0).")
                .license(createLicense().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
        // What the scanner found goes, and with it an order of its own.
        document.components(null);
        document.paths(null);
        document.paths(EndpointDescriptions.paths());
        document.components(components());
        document.tags(null);
    }

    private static Components components() {
        Components components = createComponents()
                .addSchema(Schemas.CLIENT_METADATA, Schemas.clientMetadata())
                .addSchema(Schemas.CLIENT_UPDATE, Schemas.clientUpdate())
                .addSchema(Schemas.REGISTERED_METADATA, Schemas.registeredMetadata())
                .addSchema(Schemas.VALIDATED_CLIENT_METADATA, Schemas.validatedClientMetadata())
                .addSchema(Schemas.CLIENT_INFORMATION, Schemas.clientInformation())
                .addSchema(OperatorSchemas.CLIENT_RECORD, OperatorSchemas.clientRecord())
                .addSchema(OperatorSchemas.CLIENT_PAGE, OperatorSchemas.clientPage())
                .addSchema(OperatorSchemas.TOKEN_REQUEST, OperatorSchemas.tokenRequest())
                .addSchema(OperatorSchemas.TOKEN, OperatorSchemas.token())
                .addSchema(OperatorSchemas.ISSUED_TOKEN, OperatorSchemas.issuedToken())
                .addSchema(OperatorSchemas.TOKEN_PAGE, OperatorSchemas.tokenPage())
                .addSchema(PolicySchema.REGISTRATION_POLICY, PolicySchema.registrationPolicy())
                .addSchema(Schemas.RESOURCE_METADATA, Schemas.resourceMetadata())
                .addSchema(Schemas.ERROR, Schemas.error())
                .addSecurityScheme(
                        ACCESS_TOKEN,
                        bearer(
                                        "JWT access token of a trusted issuer with the registration scope, or that meets a condition (RFC 6750, RFC 9068).")
                                .bearerFormat("JWT"))
                .addSecurityScheme(
                        INITIAL_ACCESS_TOKEN,
                        bearer(
                                "Token that an operator handed out for a number of registrations (RFC 7591 section 1.2)."))
                .addSecurityScheme(
                        REGISTRATION_ACCESS_TOKEN,
                        bearer("Token issued with the registration, good for that client only (RFC 7592)."));
        Examples.REQUESTS.forEach((name, value) -> components.addExample(
                name, createExample().summary(value.summary()).value(value.body())));
        return components;
    }

    private static SecurityScheme bearer(String description) {
        return createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }
}
