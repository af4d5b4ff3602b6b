package io.registrar.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.Samples;
import io.registrar.testing.ClientHost;
import io.registrar.testing.EveryMember;
import io.registrar.testing.Registrar;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every declared member, from the request through the store to the answer of a read. */
@QuarkusTest
@TestProfile(EveryMember.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@QuarkusTestResource(value = ClientHost.class, restrictToAnnotatedClass = true)
class EveryMemberTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> names() {
        return Samples.fields().stream().map(MetadataField::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsRegisteredIsWhatIsRead(String name) throws JsonProcessingException {
        MetadataField field = Samples.fields().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        ObjectNode client = Samples.clientWith(field);
        ClientHost.publishSector(client);
        Response registered = Registrar.register(client.toString());
        assertEquals(201, registered.statusCode(), registered.asString());
        JsonNode answer = JSON.readTree(registered.asString());
        client.properties()
                .forEach(member ->
                        assertEquals(text(member.getValue()), text(answer.get(member.getKey())), member.getKey()));

        ObjectNode read = (ObjectNode) JSON.readTree(Registrar.read(registered).asString());
        ObjectNode expected = answer.deepCopy();
        // The secret is told once.
        expected.remove("client_secret");
        assertEquals(expected, read);
    }

    private static String text(JsonNode value) {
        return value == null ? "absent" : value.toString();
    }
}
