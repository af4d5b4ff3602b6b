package io.registrar.store;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever keeps the store from working, callers are asked to come back, and are served when they do. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class StoreOutageTest {

    private static final String CUT =
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'registrar_service'";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    login refused         | alter role registrar_service nologin             | alter role registrar_service login
                    no connection left    | alter role registrar_service connection limit 0  | alter role registrar_service connection limit 60
                    grants not yet made   | revoke usage on schema registrar from registrar_service | grant usage on schema registrar to registrar_service
                    """)
    void anOutageIs503AndEndsByItself(String what, String start, String end) throws SQLException {
        Response registered = register(machineClient());
        try (Connection superuser = Database.asSuperuser()) {
            try {
                Database.execute(superuser, start);
                Database.execute(superuser, CUT);
                for (int i = 0; i < 2; i++) {
                    assertUnavailable(register(machineClient()));
                    assertUnavailable(read(registered));
                }
            } finally {
                Database.execute(superuser, end);
            }
        }
        register(machineClient()).then().statusCode(201);
        read(registered).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"on,503", "off,201"})
    void aStandbyTakesNoRegistrations(String readOnly, int status) throws SQLException {
        try (Connection superuser = Database.asSuperuser()) {
            Database.execute(superuser, "alter role registrar_service set default_transaction_read_only = " + readOnly);
            Database.execute(superuser, CUT);
        }
        register(machineClient());

        register(machineClient()).then().statusCode(status);
    }

    @Test
    void aLockedTableIs503AndNoConnectionGoesOnWaiting() throws SQLException {
        try (Connection superuser = Database.asSuperuser()) {
            superuser.setAutoCommit(false);
            Database.execute(superuser, "lock table registrar.audit_event in access exclusive mode");

            assertUnavailable(register(machineClient()));

            assertEquals(List.of(Map.of("waiting", 0L)), Database.query(superuser, """
                            select count(*) as waiting from pg_stat_activity
                            where usename = 'registrar_service' and wait_event_type = 'Lock'
                            """));
            superuser.rollback();
        }
        register(machineClient()).then().statusCode(201);
    }

    private static void assertUnavailable(Response response) {
        response.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("error", is("temporarily_unavailable"));
    }
}
