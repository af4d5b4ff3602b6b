package io.registrar.openapi;

import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.validate;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.value.ResponseTypeRule;
import io.registrar.openapi.Examples.Example;
import io.registrar.testing.Contract;
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
import org.junit.jupiter.params.provider.ValueSource;

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

        assertEquals(declared(), new HashSet<>(described.keySet()));
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
        Map<String, Schema<?>> response = Contract.membersOf(served(), "ClientInformation");

        assertEquals("web", ((Schema<?>) request.get("application_type")).getDefault());
        assertEquals(3600, ((Schema<?>) request.get("access_token_lifetime")).getDefault());
        assertNull(((Schema<?>) request.get("subject_type")).getDefault());
        assertNull(response.get("application_type").getDefault());
        MetadataFields.choices().forEach(list -> assertFalse(response.containsKey(list.name()), list.name()));
        MetadataFields.issued().forEach(member -> {
            assertTrue(response.containsKey(member.name()), member.name());
            assertFalse(request.containsKey(member.name()), member.name());
        });
    }

    /** Sent by a client that may send it; the request is held against the description as every one in tests is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'client_name':null,'application_type':null,'grant_types':['authorization_code'],'jwks':null",
                "'client_name':null,'application_type':null,'response_types':null,'require_consent':null",
                "'access_token_type':'JWT'",
                "'access_token_type':'reference'",
                "'grant_types':['authorization_code','refresh_token'],'refresh_token_expiration':'sliding'",
                "'grant_types':['authorization_code','refresh_token'],'refresh_token_usage':'OnetimeONLY'",
                "'client_name':'Demo','client_name#fr':'D\u00e9mo','client_name#de':null",
                "'shoe_size':43,'color':null,'hats':['a',{'b':[null]}],'client_name2':true,'client_id':5",
                "'subject_types_supported':['pairwise','public'],'subject_type':null",
                "'subject_types_supported':null",
                "'logo_uri':'https://app.example.com/logo','contacts':[],'software_statement':null"
            })
    void whatTheServiceTakesIsDescribed(String members) {
        validate(client(members)).then().statusCode(200);
    }

    /** Some deployments take these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'response_types':['code','token id_token']",
                "'response_types':['token id_token code','id_token code']",
                "'client_registration_types':null,'keywords':['a'],'description#fr':'b'"
            })
    void whatADeploymentMayTakeIsDescribed(String members) {
        assertEquals(List.of(), Contract.problems(client(members)));
    }

    @Test
    void nullIsDescribedForEveryMember() {
        declared().forEach(name -> assertEquals(List.of(), Contract.problems("{\"" + name + "\":null}"), name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'client_name':5",
                "'client_name':''",
                "'application_type':'Web'",
                "'application_type':'null'",
                "'grant_types':'authorization_code'",
                "'grant_types':[]",
                "'grant_types':[null]",
                "'grant_types':['authorization_code','authorization_code']",
                "'response_types':['code code']",
                "'response_types':['code  id_token']",
                "'response_types':['Code']",
                "'response_types':[null]",
                "'redirect_uris':['https://app.example.com/cb',null]",
                "'access_token_type':'Jwts'",
                "'access_token_type':'Jwt\\n'",
                "'access_token_type':'Jwt,Reference'",
                "'access_token_type':''",
                "'access_token_type':1",
                "'access_token_type':['Jwt']",
                "'grant_types':['authorization_code','refresh_token'],'refresh_token_expiration':'\u017fliding'",
                "'access_token_lifetime':'3600'",
                "'access_token_lifetime':0",
                "'require_consent':'true'",
                "'require_consent':1",
                "'jwks':'{}'",
                "'jwks':{}",
                "'jwks':{'keys':null}",
                "'subject_types_supported':'public'",
                "'subject_types_supported':[null]"
            })
    void whatIsDescribedOtherwiseTheServiceRefuses(String members) {
        assertNotEquals(List.of(), Contract.problems(client(members)));
        validate(client(members)).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'client_id':1",
                "'client_id_issued_at':'now'",
                "'registration_access_token':null",
                "'client_name':5",
                "'client_name':null",
                "'application_type':'Web'",
                "'redirect_uris':'https://app.example.com/cb'",
                "'redirect_uris':[1]",
                "'access_token_lifetime':'3600'"
            })
    void whatTheServiceNeverAnswersIsNotDescribed(String wrong) throws JsonProcessingException {
        ObjectNode answer = json("'client_id':'x','client_id_issued_at':1,'registration_access_token':'rat_x',"
                + "'registration_client_uri':'https://config.example.com/connect/dcr/x',"
                + "'redirect_uris':['https://app.example.com/cb'],'client_name#fr':'x'");
        assertEquals(List.of(), Contract.problemsOfRegistered(answer.toString()));

        answer.setAll(json(wrong));

        assertNotEquals(List.of(), Contract.problemsOfRegistered(answer.toString()));
    }

    private static ObjectNode json(String members) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(("{" + members + "}").replace('\'', '"'));
    }

    @Test
    void whatIsAlwaysIssuedIsDescribedSo() {
        assertNotEquals(List.of(), Contract.problemsOfRegistered("{\"client_id\":\"x\"}"));
    }

    @Test
    void responsesListWhatIsReturned() {
        Map<String, Schema<?>> response = Contract.membersOf(served(), "ClientInformation");

        assertEquals(
                List.of("Jwt", "Reference"), response.get("access_token_type").getEnum());
        assertEquals(
                ResponseTypeRule.ALL, response.get("response_types").getItems().getEnum());
        response.forEach((name, schema) -> assertNull(schema.getNullable(), name + " is never null"));
    }

    private static String client(String members) {
        String json = members.contains("'redirect_uris'")
                ? members
                : "'redirect_uris':['https://app.example.com/cb']," + members;
        return ("{" + json + "}").replace('\'', '"');
    }

    private static Set<String> declared() {
        return Stream.concat(MetadataFields.all().stream(), MetadataFields.choices().stream())
                .map(MetadataField::name)
                .collect(Collectors.toSet());
    }

    private static OpenAPI served() {
        return new OpenAPIV3Parser()
                .readContents(given().get("/openapi").asString())
                .getOpenAPI();
    }
}
