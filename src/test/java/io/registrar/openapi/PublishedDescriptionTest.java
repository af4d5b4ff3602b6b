package io.registrar.openapi;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The API description as callers get it. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class PublishedDescriptionTest {

    @Test
    void itIsServedAsItIsCommitted() {
        assertEquals(new OpenAPIV3Parser().read("openapi.yaml"), served());
    }

    @Test
    void everyDeclaredMemberIsInItWithItsDescription() {
        Map<?, ?> described =
                served().getComponents().getSchemas().get("ClientMetadata").getProperties();
        Set<String> declared = Stream.concat(MetadataFields.all().stream(), MetadataFields.choices().stream())
                .map(MetadataField::name)
                .collect(Collectors.toSet());

        assertEquals(declared, new HashSet<>(described.keySet()));
        described.forEach((name, schema) ->
                assertTrue(!((Schema<?>) schema).getDescription().isBlank(), () -> name + " has no description"));
    }

    private static OpenAPI served() {
        return new OpenAPIV3Parser()
                .readContents(given().get("/openapi").asString())
                .getOpenAPI();
    }
}
