package io.registrar.management;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.pathOf;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.AtOnce;
import io.registrar.testing.Database;
import io.registrar.testing.Registrar;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Another registration access token with each update (metadata reference, D.6). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@TestProfile(TokenRotationTest.OnUpdate.class)
class TokenRotationTest {

    public static final class OnUpdate implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.management.rotate-registration-token", "on-update");
        }
    }

    @Test
    void anUpdateIsAnsweredWithAnotherTokenThatIsValidFromThenOn() {
        Response registered = register(machineClient());

        Response updated = update(registered, machineClient().name("after"));

        updated.then().statusCode(200).body("registration_access_token", matchesPattern("rat_[A-Za-z0-9_-]{43}"));
        assertNotEquals(token(registered), token(updated));
        read(updated).then().statusCode(200).body("registration_access_token", is(token(updated)));
    }

    @Test
    void aReadChangesNothing() {
        Response registered = register(machineClient());

        read(registered).then().statusCode(200).body("registration_access_token", is(token(registered)));
    }

    @Test
    void aRefusedUpdateChangesNothing() throws SQLException {
        Response registered = register(machineClient());

        update(registered, "{\"grant_types\":[]}").then().statusCode(400);

        assertEquals(1, tokensOf(registered).size());
        read(registered).then().statusCode(200);
    }

    @Test
    void theTokenBeforeIsGoodForAnotherMinute() throws SQLException {
        Response registered = register(machineClient());
        Response updated = update(registered, machineClient());

        read(registered).then().statusCode(200).body("registration_access_token", is(token(registered)));
        try (Connection service = Database.asService()) {
            assertEquals(List.of(Map.of("within", true)), Database.query(service, """
                            select expires_at between now() + interval '50 seconds' and now() + interval '60 seconds'
                              as within
                            from registration_access_token where expires_at is not null and client = %s
                            """.formatted(idOf(registered))));
        }
        endGrace(registered);

        read(registered).then().statusCode(401).body("error", is("invalid_token"));
        read(updated).then().statusCode(200);
    }

    @Test
    void whoSendsTheSameUpdateAgainMayGoOnWithEitherAnswer() throws SQLException {
        Response registered = register(machineClient());
        Response lost = update(registered, machineClient().name("after"));
        Response again = update(registered, machineClient().name("after"));
        endGrace(registered);

        again.then().statusCode(200);
        assertNotEquals(token(lost), token(again));
        read(registered).then().statusCode(401);
        read(lost).then().statusCode(200);
        read(again).then().statusCode(200);
    }

    @Test
    void theNextUpdateEndsAllOtherTokens() throws SQLException {
        Response registered = register(machineClient());
        Response lost = update(registered, machineClient());
        Response again = update(registered, machineClient());
        Response next = update(again, machineClient());
        endGrace(registered);

        for (Response earlier : List.of(registered, lost, again)) {
            read(earlier).then().statusCode(401);
        }
        read(next).then().statusCode(200);
        update(next, machineClient()).then().statusCode(200);
        assertEquals(2, tokensOf(registered).size());
    }

    @RepeatedTest(5)
    void ofTheSameUpdateSentManyTimesAtOnceEveryAnswerHoldsAGoodToken() throws Exception {
        Response registered = register(machineClient());

        List<Response> answers = AtOnce.all(Stream.generate(() -> (Supplier<Response>)
                        () -> update(registered, machineClient().name("after")))
                .limit(8));
        endGrace(registered);

        assertEquals(
                8, answers.stream().map(TokenRotationTest::token).distinct().count());
        answers.forEach(answer -> read(answer).then().statusCode(200).body("client_name", is("after")));
        read(registered).then().statusCode(401);
    }

    @RepeatedTest(5)
    void noUpdateThatMeetsAReissueLeavesAnotherTokenBehind() throws Exception {
        Response registered = register(machineClient());
        Supplier<Response> update = () -> update(registered, machineClient());
        Supplier<Response> reissue =
                () -> request(TestIssuer.ofThisTest().registrationToken()).post(Registrar.reissuePathOf(registered));

        List<Response> answers = AtOnce.all(Stream.of(update, update, update, reissue, update, update));

        Response reissued = answers.get(3);
        reissued.then().statusCode(200);
        assertEquals(1, tokensOf(registered).size());
        read(reissued).then().statusCode(200);
    }

    @Test
    void theTrailNamesTheToken() throws SQLException {
        Response registered = register(machineClient());
        update(registered, machineClient());

        try (Connection owner = Database.asOwner()) {
            assertEquals(List.of(Map.of("members", "{registration_access_token}")), Database.query(owner, """
                            select members::text as members from registrar.audit_event
                            where event = 'client.updated' and client_id = '%s'
                            """.formatted(
                            registered.<String>path("client_id"))));
        }
    }

    @Test
    void deletionIsStillThereForTheNewToken() {
        Response registered = register(machineClient());
        Response updated = update(registered, machineClient());

        request(token(updated)).delete(pathOf(registered)).then().statusCode(204);

        read(registered).then().statusCode(401);
        read(updated).then().statusCode(401);
    }

    private static String token(Response response) {
        return response.path("registration_access_token");
    }

    private static Object idOf(Response registered) throws SQLException {
        try (Connection service = Database.asService()) {
            return Database.query(
                            service,
                            "select id from client where client_id = '%s'"
                                    .formatted(registered.<String>path("client_id")))
                    .get(0)
                    .get("id");
        }
    }

    private static List<Map<String, Object>> tokensOf(Response registered) throws SQLException {
        Object id = idOf(registered);
        try (Connection service = Database.asService()) {
            return Database.query(service, "select id from registration_access_token where client = %s".formatted(id));
        }
    }

    /** As if its minute were over. */
    private static void endGrace(Response registered) throws SQLException {
        Object id = idOf(registered);
        try (Connection service = Database.asService()) {
            Database.execute(
                    service,
                    "update registration_access_token set expires_at = now() where expires_at is not null and client = %s"
                            .formatted(id));
        }
    }
}
