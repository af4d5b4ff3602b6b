package io.registrar.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolverFactory;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;

/**
 * Holds every response that a test sees against openapi.yaml: its status must be declared, and its members. Requests
 * are not held against it: most tests send wrong ones on purpose.
 */
final class Contract {

    static final Filter FILTER = new OpenApiValidationFilter(OpenApiInteractionValidator.createFor("openapi.yaml")
            .withLevelResolver(LevelResolverFactory.create()
                    .withLevel("validation.request", ValidationReport.Level.IGNORE)
                    .build())
            .build());

    private Contract() {}
}
