package io.registrar.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.atlassian.oai.validator.restassured.RestAssuredRequest;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds every response that a test sees against openapi.yaml: its status and its members must be declared there. What
 * is declared must take every request that the service takes; of those refused, tests send many wrong ones on purpose.
 */
public final class Contract {

    private static final String DOCUMENT = "openapi.yaml";

    private static final OpenApiInteractionValidator DESCRIPTION = OpenApiInteractionValidator.createFor(DOCUMENT)
            .withLevelResolver(LevelResolver.create()
                    // The validator knows one spelling of Bearer.
                    .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                    .build())
            .build();

    static final Filter STATUS_AND_SHAPE = new OpenApiValidationFilter(OpenApiInteractionValidator.createFor(DOCUMENT)
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.request", ValidationReport.Level.IGNORE)
                    // OpenAPI 3.0 cannot say that the body of the 401 without a credential is empty.
                    .withLevel("validation.response.body.missing", ValidationReport.Level.IGNORE)
                    .build())
            .build());

    static final Filter MEMBERS = new DeclaredMembers();

    static final Filter TAKEN_REQUESTS = (request, specification, context) -> {
        Response response = context.next(request, specification);
        boolean taken = response.statusCode() == 200 || response.statusCode() == 201;
        if (taken && List.of("POST", "PUT").contains(request.getMethod())) {
            assertEquals(List.of(), problems(RestAssuredRequest.of(request)));
        }
        return response;
    };

    private Contract() {}

    /** What the description has against that client metadata; empty for nothing. */
    public static List<String> problems(String metadata) {
        return problems(SimpleRequest.Builder.post(Registrar.VALIDATION)
                .withContentType("application/json")
                .withBody(metadata)
                .build());
    }

    private static List<String> problems(Request request) {
        return messages(DESCRIPTION.validateRequest(request));
    }

    private static List<String> messages(ValidationReport report) {
        return report.getMessages().stream()
                .map(ValidationReport.Message::getMessage)
                .toList();
    }

    /** What the description has against that answer to a registration; empty for nothing. */
    public static List<String> problemsOfRegistered(String clientInformation) {
        return messages(DESCRIPTION.validateResponse(
                Registrar.ENDPOINT,
                Request.Method.POST,
                SimpleResponse.Builder.status(201)
                        .withContentType("application/json")
                        .withHeader("Location", "https://config.example.com/connect/dcr/x")
                        .withHeader("ETag", "\"1\"")
                        .withBody(clientInformation)
                        .build()));
    }

    /** The members of a schema, those of its parts included. */
    public static Map<String, Schema<?>> membersOf(OpenAPI description, String schema) {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        collect(description, description.getComponents().getSchemas().get(schema), members);
        return members;
    }

    private static void collect(OpenAPI description, Schema<?> schema, Map<String, Schema<?>> members) {
        if (schema.get$ref() != null) {
            String name = schema.get$ref().replace("#/components/schemas/", "");
            collect(description, description.getComponents().getSchemas().get(name), members);
        }
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(part -> collect(description, part, members));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach(members::put);
        }
    }

    /** A schema in OpenAPI 3.0 cannot say "or a language variant of one of these", so this says it. */
    private static final class DeclaredMembers implements Filter {

        private final OpenAPI description = new OpenAPIV3Parser().read(DOCUMENT);
        private final Map<?, ?> registered = membersOf(description, "ClientInformation");
        private final Map<?, ?> resource = membersOf(description, "ProtectedResourceMetadata");
        private final Map<?, ?> validated = membersOf(description, "ValidatedClientMetadata");
        private final Map<?, ?> policy = membersOf(description, "RegistrationPolicy");

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification specification,
                FilterContext context) {
            Response response = context.next(request, specification);
            boolean isAboutMetadata = request.getURI().contains(Registrar.ENDPOINT)
                    || request.getURI().endsWith("/registration-access-token");
            if (isAboutMetadata && (response.statusCode() == 200 || response.statusCode() == 201)) {
                if (!response.asString().isEmpty()) {
                    Map<?, ?> declared = declaredAt(request.getURI());
                    response.<Map<String, Object>>path("$")
                            .keySet()
                            .forEach(member -> assertDeclared(member, declared));
                }
            }
            return response;
        }

        private Map<?, ?> declaredAt(String uri) {
            return uri.endsWith("/validate")
                    ? validated
                    : uri.endsWith("/policy") ? policy : uri.contains("/.well-known/") ? resource : registered;
        }

        private static void assertDeclared(String member, Map<?, ?> declared) {
            int tag = member.indexOf('#');
            assertTrue(declared.containsKey(tag < 0 ? member : member.substring(0, tag)), member + " is not declared");
        }
    }
}
