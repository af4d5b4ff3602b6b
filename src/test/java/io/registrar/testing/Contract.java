package io.registrar.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Map;

/**
 * Holds every response that a test sees against openapi.yaml: its status and its members must be declared there.
 * Requests are not held against it: most tests send wrong ones on purpose.
 */
final class Contract {

    private static final String DOCUMENT = "openapi.yaml";

    static final Filter STATUS_AND_SHAPE = new OpenApiValidationFilter(OpenApiInteractionValidator.createFor(DOCUMENT)
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.request", ValidationReport.Level.IGNORE)
                    // OpenAPI 3.0 cannot say that the body of the 401 without a credential is empty.
                    .withLevel("validation.response.body.missing", ValidationReport.Level.IGNORE)
                    .build())
            .build());

    static final Filter MEMBERS = new DeclaredMembers();

    private Contract() {}

    /** A schema in OpenAPI 3.0 cannot say "or a language variant of one of these", so this says it. */
    private static final class DeclaredMembers implements Filter {

        private final Map<?, ?> registered = membersOf("ClientInformation");
        private final Map<?, ?> validated = membersOf("ValidatedClientMetadata");

        private static Map<?, ?> membersOf(String schema) {
            return new OpenAPIV3Parser()
                    .read(DOCUMENT)
                    .getComponents()
                    .getSchemas()
                    .get(schema)
                    .getProperties();
        }

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification specification,
                FilterContext context) {
            Response response = context.next(request, specification);
            if (response.statusCode() == 200 || response.statusCode() == 201) {
                if (!response.asString().isEmpty()) {
                    Map<?, ?> declared = request.getURI().endsWith("/validate") ? validated : registered;
                    response.<Map<String, Object>>path("$")
                            .keySet()
                            .forEach(member -> assertDeclared(member, declared));
                }
            }
            return response;
        }

        private static void assertDeclared(String member, Map<?, ?> declared) {
            int tag = member.indexOf('#');
            assertTrue(declared.containsKey(tag < 0 ? member : member.substring(0, tag)), member + " is not declared");
        }
    }
}
