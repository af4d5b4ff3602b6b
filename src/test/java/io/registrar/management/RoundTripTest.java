package io.registrar.management;

import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.sendable;
import static io.registrar.testing.Registrar.update;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.Samples;
import io.registrar.testing.ClientHost;
import io.registrar.testing.EveryMember;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of reference A.16, through HTTP and the store: what a client is told it may send back. */
@QuarkusTest
@TestProfile(EveryMember.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@QuarkusTestResource(value = ClientHost.class, restrictToAnnotatedClass = true)
class RoundTripTest {

    static List<String> names() {
        return Samples.fields().stream().map(MetadataField::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMemberSurvivesTheRoundTrip(String name) {
        MetadataField field = Samples.fields().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertSurvives(Samples.clientWith(field));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void generatedRegistrationsSurviveTheRoundTrip(long seed) {
        Samples.registrations(seed, 25).forEach(RoundTripTest::assertSurvives);
    }

    private static void assertSurvives(ObjectNode client) {
        ClientHost.publishSector(client);
        Response registered = register(client.toString());
        assertEquals(201, registered.statusCode(), registered::asString);

        Response updated = update(registered, sendable(registered));

        assertEquals(200, updated.statusCode(), updated::asString);
        assertEquals(withoutLease(registered), withoutLease(updated));
        assertEquals(withoutLease(updated), withoutLease(read(registered)));
        Response again = update(registered, sendable(read(registered)));
        assertEquals(200, again.statusCode(), again::asString);
        assertEquals(withoutLease(updated), withoutLease(again));
    }

    /** Nor the secret, which is told once. */
    private static Map<String, Object> withoutLease(Response response) {
        Map<String, Object> members = new TreeMap<>(response.<Map<String, Object>>path("$"));
        members.remove("client_expires_at");
        members.remove("client_secret");
        return members;
    }
}
