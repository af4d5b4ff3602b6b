package io.registrar.audit;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.registrar.testing.TestToken;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was refused is in the trail: who was known, with what error code it ended, and no flood of it. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class RefusalTrailTest {

    private static final String KNOWN = """
            select outcome, members::text as members, actor_kind, actor_client_id, actor_policy, source_address
            from registrar.audit_event where event = 'request.refused' and actor_subject = '%s'
            """;

    @Test
    void refusedMetadataIsThereWithTheMembersAtFaultAndWithoutTheirValues() throws Exception {
        TestToken caller = somebody();

        request(caller.serialize())
                .body(machineClient().scope("IdentityServer.Configuration").members())
                .post(ENDPOINT)
                .then()
                .statusCode(400);

        assertEquals(
                Map.of(
                        "outcome", "invalid_client_metadata",
                        "members", "{scope}",
                        "actor_kind", "access_token",
                        "actor_client_id", "ci-pipeline",
                        "actor_policy", "default",
                        "source_address", "127.0.0.1"),
                Database.eventually(KNOWN.formatted(caller.claims().get("sub"))));
    }

    @Test
    void aCallerWithoutTheScopeIsThereByName() throws Exception {
        TestToken caller = somebody().claim("scope", "openid");

        request(caller.serialize())
                .body(machineClient().members())
                .post(ENDPOINT)
                .then()
                .statusCode(403);

        assertEquals(
                "insufficient_scope",
                Database.eventually(KNOWN.formatted(caller.claims().get("sub"))).get("outcome"));
    }

    @Test
    void aCallerWhoseRequestIsNoDocumentIsThereByName() throws Exception {
        TestToken caller = somebody();

        request(caller.serialize())
                .contentType("text/plain")
                .body("{}")
                .post(ENDPOINT)
                .then()
                .statusCode(415);

        assertEquals(
                "invalid_request",
                Database.eventually(KNOWN.formatted(caller.claims().get("sub"))).get("outcome"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void whoAsksForWhatAnotherRegisteredIsThereByName(String method) throws Exception {
        TestToken caller = somebody();
        String path = "/clients/" + register(machineClient()).path("client_id");

        request(caller.serialize()).request(method, path).then().statusCode(404);

        assertEquals(
                "not_found",
                Database.eventually(KNOWN.formatted(caller.claims().get("sub"))).get("outcome"));
    }

    @Test
    void ofACredentialThatIsNotAcceptedNothingIsKept() throws Exception {
        String subject = UUID.randomUUID().toString();
        String refused = somebody().claim("sub", subject).claim("exp", 1).serialize();
        Object before = Database.now();

        request(refused).body(machineClient().members()).post(ENDPOINT).then().statusCode(401);

        Map<String, Object> row = Database.eventually("""
                select * from registrar.audit_event
                where event = 'request.refused' and outcome = 'invalid_token' and occurred_at > '%s'
                order by occurred_at desc limit 1
                """.formatted(before));
        assertEquals("unknown", row.get("actor_kind"));
        assertTrue(
                !row.toString().contains(subject) && !row.toString().contains(refused.substring(0, 20)), row::toString);
    }

    @Test
    void soAreRequestsWithoutOne() throws Exception {
        Object before = Database.now();

        anonymous().body(machineClient().members()).post(ENDPOINT).then().statusCode(401);

        Database.eventually("""
                select outcome from registrar.audit_event
                where event = 'request.refused' and outcome = 'credential_missing' and occurred_at > '%s'
                order by occurred_at desc limit 1
                """.formatted(before));
    }

    @Test
    void aFloodOfRefusalsIsNoFloodOfRows() throws Exception {
        Object before = Database.now();
        long start = System.nanoTime();
        TestToken known = somebody().claim("scope", "openid");
        for (int i = 0; i < 1000; i++) {
            (i % 2 == 0 ? anonymous() : request("rat_invented"))
                    .get(ENDPOINT + "/nobody")
                    .then()
                    .statusCode(401);
            if (i % 100 == 99) {
                request(known.serialize()).post(ENDPOINT).then().statusCode(403);
            }
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000 + 1;
        Response registered = register(machineClient());
        Thread.sleep(1_500);

        try (Connection owner = Database.asOwner()) {
            long rows =
                    (Long) Database.query(owner, """
                    select count(*) as rows from registrar.audit_event
                    where event = 'request.refused' and occurred_at > '%s'
                    """.formatted(before)).get(0).get("rows");
            assertEquals(
                    10,
                    Database.query(owner, KNOWN.formatted(known.claims().get("sub")))
                            .size(),
                    "who is known is not lost among those who are not");
            assertTrue(rows > 0 && rows <= 100 * (seconds + 1), "rows: " + rows + " in " + seconds + " s");
        }
        registered.then().statusCode(201);
    }

    private static TestToken somebody() {
        return TestIssuer.ofThisTest().token().claim("sub", UUID.randomUUID().toString());
    }
}
