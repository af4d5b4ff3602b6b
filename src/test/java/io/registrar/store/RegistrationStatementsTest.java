package io.registrar.store;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.delete;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request costs the database, counted in the server's own log. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class RegistrationStatementsTest {

    @Test
    void aRegistrationIsOneTransactionOfFourStatements() throws IOException {
        register(machineClient()).then().statusCode(201);

        List<String> statements = TestStore.statementsDuring(
                () -> register(machineClient()).then().statusCode(201));

        assertEquals(6, statements.size(), statements::toString);
        assertTrue(statements.get(0).startsWith("begin"), statements::toString);
        assertTrue(statements.subList(1, 5).stream().allMatch(it -> it.startsWith("insert")), statements::toString);
        assertTrue(statements.get(5).startsWith("commit"), statements::toString);
    }

    @Test
    void anUpdateIsTwoLookUpsAndOneTransactionOfTwoStatements() throws IOException {
        Response registered = register(machineClient());
        update(registered, machineClient()).then().statusCode(200);

        List<String> statements = TestStore.statementsDuring(
                () -> update(registered, machineClient().name("after")).then().statusCode(200));

        List<String> last = statements.subList(statements.size() - 4, statements.size());
        assertTrue(last.get(0).startsWith("begin"), statements::toString);
        assertTrue(last.get(1).startsWith("update registrar.client "), statements::toString);
        assertTrue(last.get(2).startsWith("insert into registrar.audit_event"), statements::toString);
        assertTrue(last.get(3).startsWith("commit"), statements::toString);
        // The token's client; the client and its newest secret.
        assertEquals(
                3, statements.stream().filter(it -> it.startsWith("select")).count(), statements::toString);
        assertEquals(11, statements.size(), statements::toString);
    }

    @Test
    void aDeletionIsOneTransactionOfTwoStatements() throws IOException {
        Response registered = register(machineClient());

        List<String> statements =
                TestStore.statementsDuring(() -> delete(registered).then().statusCode(204));

        List<String> last = statements.subList(statements.size() - 4, statements.size());
        assertTrue(last.get(0).startsWith("begin"), statements::toString);
        assertTrue(last.get(1).startsWith("delete from registrar.client "), statements::toString);
        assertTrue(last.get(2).startsWith("insert into registrar.audit_event"), statements::toString);
        assertTrue(last.get(3).startsWith("commit"), statements::toString);
    }

    @Test
    void aRefusedRegistrationDoesNotTouchTheDatabase() throws IOException {
        String token = TestIssuer.ofThisTest().registrationToken();

        // But for its line of the trail, which is written later: the time it takes tells nothing.
        List<String> statements = TestStore.statementsDuring(() -> {
            register(machineClient().scope("a,b")).then().statusCode(400);
            request(token + "x").body("{}").post(ENDPOINT).then().statusCode(401);
            request(token).body("{").post(ENDPOINT).then().statusCode(400);
        });

        assertEquals(
                List.of(),
                statements.stream()
                        .filter(it -> !it.matches("begin|commit|insert into registrar.audit_event .*"))
                        .toList());
    }
}
