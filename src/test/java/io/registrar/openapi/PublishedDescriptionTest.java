package io.registrar.openapi;

import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.validate;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.openapi.Examples.Example;
import io.registrar.testing.Registrar.Metadata;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The API description as callers get it. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class PublishedDescriptionTest {

    @Test
    void itIsServedAsItIsCommitted() {
        // Not assertEquals: two descriptions in full are no message.
        assertTrue(
                new OpenAPIV3Parser().read("openapi.yaml").equals(served()),
                "openapi.yaml is stale; take over what the build makes: ./mvnw package -DskipTests &&"
                        + " cp target/openapi/openapi.yaml openapi.yaml");
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

    @Test
    void theExamplesAreWhatTheServiceAnswers() {
        Metadata machineClient =
                new Metadata(Examples.REQUESTS.get("machineClient").body());
        Map<String, Object> registered = register(machineClient).path("$");
        Map<String, Object> validated =
                validate(machineClient.with("subject_type", "public")).path("$");

        assertEquals(Examples.VALIDATED_CLIENT_METADATA, validated);
        assertEquals(List.copyOf(Examples.CLIENT_INFORMATION.keySet()), List.copyOf(registered.keySet()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theExampleRequestsAreSound(String name, Example request) {
        validate(new Metadata(request.body())).then().statusCode(200);
    }

    static Stream<Arguments> requests() {
        return Examples.REQUESTS.entrySet().stream().map(it -> arguments(it.getKey(), it.getValue()));
    }

    @Test
    void onlyRequestsHaveDefaultsAndListsToChooseFrom() {
        Map<?, ?> request =
                served().getComponents().getSchemas().get("ClientMetadata").getProperties();
        Map<?, ?> response =
                served().getComponents().getSchemas().get("ClientInformation").getProperties();

        assertEquals("web", ((Schema<?>) request.get("application_type")).getDefault());
        assertEquals(3600, ((Schema<?>) request.get("access_token_lifetime")).getDefault());
        assertNull(((Schema<?>) request.get("subject_type")).getDefault());
        assertNull(((Schema<?>) response.get("application_type")).getDefault());
        MetadataFields.choices().forEach(list -> assertFalse(response.containsKey(list.name()), list.name()));
        MetadataFields.issued().forEach(member -> {
            assertTrue(response.containsKey(member.name()), member.name());
            assertFalse(request.containsKey(member.name()), member.name());
        });
    }

    private static OpenAPI served() {
        return new OpenAPIV3Parser()
                .readContents(given().get("/openapi").asString())
                .getOpenAPI();
    }
}
