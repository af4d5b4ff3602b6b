package io.registrar.management;

import static io.registrar.testing.Registrar.delete;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static io.registrar.testing.Registrar.webClient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.AtOnce;
import io.registrar.testing.Database;
import io.registrar.testing.Registrar.Metadata;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** Requests about one client at the same moment. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ConcurrentManagementTest {

    private static final int AT_ONCE = 8;

    @RepeatedTest(10)
    void updatesComeOneAfterTheOtherAndNeverMix() throws Exception {
        Response registered = register(document(AT_ONCE));

        List<Response> answers = AtOnce.all(
                IntStream.range(0, AT_ONCE).<Supplier<Response>>mapToObj(i -> () -> update(registered, document(i))));

        for (int i = 0; i < AT_ONCE; i++) {
            answers.get(i).then().statusCode(200);
            assertIsDocument(i, answers.get(i));
        }
        assertEquals(
                AT_ONCE,
                answers.stream().map(it -> it.header("ETag")).distinct().count());
        Response last = answers.stream()
                .max((a, b) -> Integer.compare(version(a), version(b)))
                .orElseThrow();
        assertEquals(last.<Map<String, Object>>path("$"), read(registered).<Map<String, Object>>path("$"));
    }

    @RepeatedTest(10)
    void ofUpdatesOfOneVersionOnlyOneIsMade() throws Exception {
        Response registered = register(document(AT_ONCE));
        String tag = registered.header("ETag");

        List<Response> answers = AtOnce.all(IntStream.range(0, AT_ONCE)
                .<Supplier<Response>>mapToObj(i -> () -> request(registered.path("registration_access_token"))
                        .header("If-Match", tag)
                        .body(document(i).members())
                        .put(pathOf(registered))));

        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
        assertEquals(Map.of(200, 1L, 412, AT_ONCE - 1L), statuses);
    }

    @RepeatedTest(10)
    void rotationsLeaveTheTwoNewestSecrets() throws Exception {
        Response registered = register(document(0));

        List<Response> answers = AtOnce.all(IntStream.range(0, AT_ONCE)
                .<Supplier<Response>>mapToObj(i -> () -> request(registered.path("registration_access_token"))
                        .body(document(0).members())
                        .put(pathOf(registered) + "?rotate_secret=true")));

        answers.forEach(it -> it.then().statusCode(200));
        Response last = answers.stream()
                .max((a, b) -> Integer.compare(version(a), version(b)))
                .orElseThrow();
        update(registered, document(0).with("client_secret", last.<String>path("client_secret")))
                .then()
                .statusCode(200);
        try (Connection service = Database.asService()) {
            assertEquals(2, Database.query(service, secretsOf(registered)).size());
        }
    }

    @RepeatedTest(10)
    void nothingIsLeftOfAClientThatIsUpdatedAndDeleted() throws Exception {
        Response registered = register(document(0).authMethod("none"));
        Supplier<Response> update = () -> update(registered, document(1));
        Supplier<Response> delete = () -> delete(registered);
        Supplier<Response> read = () -> read(registered);

        List<Response> answers = AtOnce.all(Stream.of(update, delete, read, update, delete, read, update, delete));

        Set<Integer> known = Set.of(200, 204, 401);
        answers.forEach(it -> assertTrue(known.contains(it.statusCode()), it::asString));
        assertEquals(1, answers.stream().filter(it -> it.statusCode() == 204).count());
        answers.stream().filter(it -> it.statusCode() == 200).forEach(it -> {
            String name = it.path("client_name");
            assertIsDocument(Integer.parseInt(name.substring(4)), it);
        });
        read(registered).then().statusCode(401);
        assertNothingIsLeftOf(registered);
    }

    private static void assertNothingIsLeftOf(Response registered) throws SQLException {
        try (Connection service = Database.asService()) {
            assertEquals(
                    List.of(),
                    Database.query(
                            service,
                            "select id from client where client_id = '%s'"
                                    .formatted(registered.<String>path("client_id"))));
            assertEquals(List.of(), Database.query(service, secretsOf(registered)));
        }
    }

    private static String secretsOf(Response registered) {
        return "select s.id from client_secret s join client c on c.id = s.client where c.client_id = '%s'"
                .formatted(registered.<String>path("client_id"));
    }

    /** Two members that say of each other which document they come from. */
    private static Metadata document(int i) {
        return webClient().name("Name" + i).redirectUris("https://app.example.com/" + i);
    }

    private static void assertIsDocument(int i, Response response) {
        assertEquals("Name" + i, response.path("client_name"));
        assertEquals(List.of("https://app.example.com/" + i), response.path("redirect_uris"));
    }

    private static int version(Response response) {
        return Integer.parseInt(response.header("ETag").replace("\"", ""));
    }
}
