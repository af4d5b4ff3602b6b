package io.registrar.store;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each login may do, tried for real. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class LoginPrivilegesTest {

    /** No privilege; or no such thing can be done to a view at all. */
    private static final Set<String> REFUSALS = Set.of("42501", "55000", "42809");

    @BeforeEach
    void aClientIsThere() {
        register(machineClient()).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into identity.client (client_id) values ('x')",
                "update identity.client set tenant = 'x'",
                "delete from identity.client",
                "truncate identity.client",
                "insert into identity.oauth2_registered_client (id) values ('x')",
                "update identity.oauth2_registered_client set client_secret = '{noop}x'",
                "delete from identity.oauth2_registered_client",
                "select * from registrar.client",
                "select digest from registrar.client_secret",
                "select digest from registrar.registration_access_token",
                "select * from registrar.audit_event",
                "select * from registrar.flyway_schema_history",
                "select * from registrar.deleted_client",
                "insert into registrar.audit_event (id) values (gen_random_uuid())",
                "create table identity.mine (a int)",
                "create table public.mine (a int)",
                "create temporary table mine (a int)",
                "create schema mine",
                "create function pg_temp.peek(text) returns boolean language sql return true",
                "alter view identity.client owner to identity_reader",
                "set role registrar_service",
                "set role registrar_owner"
            })
    void theReaderCanOnlyRead(String sql) throws SQLException {
        try (Connection reader = Database.asReader()) {
            Database.execute(reader, "set default_transaction_read_only = off");
            refused(reader, sql);
        }
    }

    @Test
    void theReaderSeesTheViewsAndNoTokenInThem() throws SQLException {
        try (Connection reader = Database.asReader()) {
            assertFalse(Database.query(reader, "select * from identity.client").isEmpty());
            assertFalse(Database.query(reader, "select * from oauth2_registered_client")
                    .isEmpty());
            List<Map<String, Object>> visible = Database.query(reader, """
                    select table_schema || '.' || table_name as name from information_schema.table_privileges
                    where grantee = 'identity_reader' and privilege_type <> 'SELECT'
                       or grantee = 'identity_reader' and table_schema <> 'identity'
                    """);
            assertEquals(List.of(), visible);
        }
    }

    @Test
    void noTokenDigestIsVisibleToTheReader() throws SQLException {
        try (Connection service = Database.asService();
                Connection reader = Database.asReader()) {
            String digests = Database.query(
                            service,
                            "select encode(digest, 'hex') as hex, encode(digest, 'base64') as base64"
                                    + " from registrar.registration_access_token order by id desc limit 1")
                    .toString();
            String hex = digests.substring(digests.indexOf("hex=") + 4, digests.indexOf(','));
            String rows = Database.query(reader, "select c::text as row from identity.client c") + " "
                    + Database.query(reader, "select c::text as row from oauth2_registered_client c");

            assertFalse(rows.contains(hex));
            assertFalse(rows.contains("rat_"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table registrar.mine (a int)",
                "alter table registrar.client add column mine int",
                "drop table registrar.client",
                "truncate registrar.client",
                "create view identity.mine as select 1",
                "create schema mine",
                "create temporary table mine (a int)",
                "select * from registrar.audit_event",
                "update registrar.audit_event set event = 'nothing'",
                "delete from registrar.audit_event",
                "truncate registrar.audit_event",
                "delete from registrar.flyway_schema_history",
                "select * from identity.client",
                "alter table registrar.client disable trigger all",
                "alter table registrar.client_secret disable trigger change_comes_with_version",
                "drop trigger change_is_on_trail on registrar.client",
                "drop function registrar.check_line() cascade",
                "alter function registrar.check_line() owner to registrar_service",
                "set session_replication_role = replica",
                "select registrar.refuse_time(now(), 'x')",
                "update registrar.client set client_id = 'x'",
                "update registrar.client set id = default",
                "update registrar.client set created_at = now()",
                "update registrar.client set policy = 'x'",
                "update registrar.client set limits = null",
                "update registrar.client set trust_tier = 'operator'",
                "update registrar.client set owner_subject = 'x'",
                "update registrar.client set protected = false",
                "update registrar.client set tenant = 'x'",
                "update registrar.client_secret set digest = sha256('x')",
                "update registrar.client_secret set client = 1",
                "update registrar.registration_access_token set digest = sha256('x')",
                "select * from registrar.deleted_client",
                "insert into registrar.deleted_client (client_id, deleted_at) values ('x', now())",
                "delete from registrar.deleted_client",
                "select * from identity.deleted_client",
                "set role registrar_owner"
            })
    void theServiceHasNoDefinitionsAndAnAppendOnlyTrail(String sql) throws SQLException {
        try (Connection service = Database.asService()) {
            refused(service, sql);
        }
    }

    @Test
    void nobodyElseMayConnect() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            assertEquals(List.of(), Database.query(owner, """
                            select privilege_type from pg_database, aclexplode(datacl)
                            where datname = current_database() and grantee = 0
                            """));
        }
    }

    @Test
    void everyRegistrationLeavesALineInTheTrail() throws SQLException {
        String clientId = register(machineClient()).path("client_id");

        try (Connection owner = Database.asOwner()) {
            List<Map<String, Object>> lines =
                    Database.query(owner, "select * from registrar.audit_event where client_id = '" + clientId + "'");
            assertEquals(1, lines.size());
            assertEquals("client.registered", lines.get(0).get("event"));
            assertEquals("success", lines.get(0).get("outcome"));
            assertEquals("access_token", lines.get(0).get("actor_kind"));
            assertEquals("ci-pipeline", lines.get(0).get("actor_client_id"));
            assertEquals("127.0.0.1", lines.get(0).get("source_address"));
        }
    }

    private static void refused(Connection connection, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> Database.execute(connection, sql), sql);
        assertTrue(REFUSALS.contains(refusal.getSQLState()), refusal.getMessage());
    }
}
