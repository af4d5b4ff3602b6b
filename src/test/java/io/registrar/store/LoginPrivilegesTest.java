package io.registrar.store;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.registrar.dev.DevelopmentStore;
import io.registrar.dev.EmbeddedPostgres;
import io.registrar.dev.Login;
import io.registrar.testing.Database;
import io.registrar.testing.PostgresRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** What each login may do, tried for real, on each release of PostgreSQL that the build brings. */
@ParameterizedClass
@MethodSource("io.registrar.testing.PostgresRelease#all")
class LoginPrivilegesTest {

    /** No privilege; or no such thing can be done to a view at all. */
    private static final Set<String> REFUSALS = Set.of("42501", "55000", "42809");

    private static final List<Login> LOGINS = List.of(DevelopmentStore.READER, DevelopmentStore.SERVICE);

    private static EmbeddedPostgres postgres;
    private static DevelopmentStore store;

    @Parameter
    private PostgresRelease release;

    @BeforeParameterizedClassInvocation
    static void prepare(PostgresRelease release) {
        postgres = release.server();
        postgres.start();
        store = new DevelopmentStore(postgres, Path.of("deploy/store/roles.sql"), Migrations::migrate);
        store.prepare();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        postgres.stop();
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
        try (Connection reader = as(DevelopmentStore.READER)) {
            Database.execute(reader, "set default_transaction_read_only = off");
            refused(reader, sql);
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
                "create table public.mine (a int)",
                "insert into registrar.quota_lock (slot) values (1024)",
                "update registrar.quota_lock set slot = slot + 1024",
                "delete from registrar.quota_lock",
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
        try (Connection service = as(DevelopmentStore.SERVICE)) {
            refused(service, sql);
        }
    }

    @Test
    void nobodyElseMayConnect() throws SQLException {
        try (Connection owner = as(DevelopmentStore.OWNER)) {
            assertEquals(List.of(), Database.query(owner, """
                            select privilege_type from pg_database, aclexplode(datacl)
                            where datname = current_database() and grantee = 0
                            """));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select lo_creat(-1)",
                "select lo_create(0)",
                "select lo_from_bytea(0, 'x')",
                "select lo_put(1, 0, 'x')",
                "select lo_open(1, 131072)",
                "select lowrite(0, 'x')",
                "select lo_unlink(1)",
                "select lo_import('/etc/hostname')",
                "select lo_export(1, '/tmp/mine')",
                "select pg_advisory_lock(1)",
                "select pg_advisory_lock_shared(1, 2)",
                "select pg_advisory_xact_lock(1)",
                "select pg_try_advisory_lock(1)",
                "select pg_try_advisory_xact_lock_shared(1)",
                "select pg_logical_emit_message(false, 'mine', repeat('x', 1000))",
                "select pg_export_snapshot()",
                "select pg_cancel_backend(pg_backend_pid())",
                "select pg_terminate_backend(pg_backend_pid())",
                "select pg_create_physical_replication_slot('mine')",
                "select pg_create_logical_replication_slot('mine', 'pgoutput')",
                "select pg_drop_replication_slot('mine')",
                "select pg_create_restore_point('mine')",
                "select pg_switch_wal()",
                "select pg_import_system_collations('public')",
                "select pg_log_backend_memory_contexts(pg_backend_pid())",
                "select pg_reload_conf()",
                "select pg_rotate_logfile()",
                "select pg_stat_reset()",
                "select pg_read_file('PG_VERSION')",
                "do $$ begin loop end loop; end $$",
                "comment on database registrar is 'mine'",
                "alter role current_user connection limit -1",
                "alter role current_user set temp_file_limit = -1",
                "set temp_file_limit = -1",
                "set log_min_messages = debug5"
            })
    void neitherLoginReachesTheServersDisksLocksAndProcesses(String sql) throws SQLException {
        for (Login login : LOGINS) {
            try (Connection connection = as(login)) {
                Database.execute(connection, "set default_transaction_read_only = off");
                SQLException refusal = assertThrows(SQLException.class, () -> Database.execute(connection, sql), sql);
                assertEquals("42501", refusal.getSQLState(), refusal.getMessage());
            }
        }
    }

    /** Drivers have large objects on a way of their own, without SQL. */
    @Test
    void neitherLoginMakesLargeObjectsThroughTheDriver() throws SQLException {
        for (Login login : LOGINS) {
            try (Connection connection = as(login)) {
                Database.execute(connection, "set default_transaction_read_only = off");
                connection.setAutoCommit(false);
                PGConnection driver = connection.unwrap(PGConnection.class);
                assertThrows(
                        SQLException.class, () -> driver.getLargeObjectAPI().createLO());
                connection.rollback();
            }
        }
        try (Connection superuser = postgres.connect(DevelopmentStore.DATABASE)) {
            assertEquals(List.of(), Database.query(superuser, "select oid from pg_largeobject_metadata"));
        }
    }

    /** What can be called by SQL and is not known to be harmless, by the reasons in that file, may not be executed. */
    @Test
    void everyFunctionThatMayWriteAndThatTheyMayExecuteIsKnownToBeHarmless() throws SQLException, IOException {
        Set<String> harmless = Files.readAllLines(Path.of("src/test/resources/harmless-functions.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(toCollection(TreeSet::new));
        for (Login login : LOGINS) {
            try (Connection connection = as(login)) {
                List<String> left = Database.query(connection, """
                                select distinct proname from pg_proc
                                where provolatile = 'v'
                                  and has_function_privilege(oid, 'execute')
                                  and has_schema_privilege(pronamespace, 'usage')
                                  and prorettype not in ('trigger'::regtype, 'event_trigger'::regtype, 'internal'::regtype)
                                  and not 'internal'::regtype = any (proargtypes)
                                """).stream()
                        .map(row -> row.get("proname").toString())
                        .toList();
                assertTrue(left.contains("set_config"), "functions are found");
                assertEquals(
                        List.of(),
                        left.stream().filter(name -> !harmless.contains(name)).toList(),
                        login.username());
            }
        }
    }

    /** What pools and drivers of identity servers send to clean a session, of several makers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "discard all",
                "select pg_advisory_unlock_all(); close all; unlisten *; reset all",
                "select set_config('application_name', 'mine', false)",
                "select version(), pg_is_in_recovery(), pg_backend_pid()"
            })
    void whatDriversSendStillWorks(String sql) throws SQLException {
        for (Login login : LOGINS) {
            try (Connection connection = as(login)) {
                Database.execute(connection, sql);
            }
        }
    }

    @Test
    void neitherLoginMayConnectToAnotherDatabase() throws SQLException {
        for (Login login : LOGINS) {
            for (String elsewhere : List.of("postgres", "template1")) {
                SQLException refusal = assertThrows(
                        SQLException.class,
                        () -> DriverManager.getConnection(
                                postgres.jdbcUrl(elsewhere), login.username(), login.password()));
                assertEquals("42501", refusal.getSQLState(), refusal.getMessage());
            }
        }
    }

    /** The service finds its connections whatever a reader does, and administrators theirs. */
    @Test
    void aReaderTakesNoMoreConnectionsThanItsOwn() throws SQLException {
        List<Connection> open = new ArrayList<>();
        try {
            SQLException refusal = assertThrows(SQLException.class, () -> {
                while (open.size() < 90) {
                    open.add(as(DevelopmentStore.READER));
                }
            });
            assertEquals("53300", refusal.getSQLState(), refusal.getMessage());
            assertEquals(30, open.size());
            as(DevelopmentStore.SERVICE).close();
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
        try (Connection owner = as(DevelopmentStore.OWNER)) {
            assertEquals(
                    List.of(Map.of("rolconnlimit", 60)),
                    Database.query(owner, "select rolconnlimit from pg_roles where rolname = 'registrar_service'"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "identity_reader, statement_timeout, 30s",
        "identity_reader, lock_timeout, 5s",
        "identity_reader, idle_in_transaction_session_timeout, 1min",
        "identity_reader, idle_session_timeout, 1h",
        "identity_reader, temp_file_limit, 1GB",
        "identity_reader, search_path, identity",
        "identity_reader, default_transaction_read_only, on",
        "registrar_service, statement_timeout, 8s",
        "registrar_service, lock_timeout, 5s",
        "registrar_service, idle_in_transaction_session_timeout, 10s",
        "registrar_service, idle_session_timeout, 5min",
        "registrar_service, temp_file_limit, 1GB",
        "registrar_owner, lock_timeout, 5s"
    })
    void eachLoginHasItsTimeoutsAndBounds(String username, String setting, String value) throws SQLException {
        try (Connection connection = as(login(username))) {
            assertEquals(value, show(connection, setting));
        }
    }

    /** Why timeouts are no promise against a thief; and DROP OWNED, which sounds worse than it is. */
    @Test
    void whatAThiefDoesToItsOwnLoginEndsWhenTheScriptsRunAgain() throws SQLException {
        try (Connection reader = as(DevelopmentStore.READER)) {
            Database.execute(reader, "set default_transaction_read_only = off");
            Database.execute(reader, "set statement_timeout = 0");
            Database.execute(reader, "alter role current_user set search_path = nowhere");
            Database.execute(reader, "alter role current_user in database registrar set statement_timeout = '1ms'");
            Database.execute(reader, "alter role current_user password 'stolen'");
            Database.execute(reader, "drop owned by current_user");
        }
        assertThrows(SQLException.class, () -> as(DevelopmentStore.READER));

        store.prepare();

        try (Connection reader = as(DevelopmentStore.READER)) {
            assertEquals("identity", show(reader, "search_path"));
            assertEquals("30s", show(reader, "statement_timeout"));
            Database.query(reader, "select * from client");
        }
    }

    @Test
    void migrateHasNothingToWarnOfWhereBothScriptsRan() throws SQLException {
        assertEquals(List.of(), warnings(DevelopmentStore.DATABASE));
    }

    @Test
    void migrateSaysWhatTheLoginsMayDoWhereNoSuperuserRanTheScript() throws SQLException {
        String database = "without_superuser";
        try (Connection superuser = postgres.connect()) {
            Database.execute(superuser, "drop database if exists " + database);
            Database.execute(superuser, "create database " + database + " owner registrar_owner");
            Database.execute(superuser, "alter role identity_reader connection limit -1");
            Migrations.migrate(
                    postgres.jdbcUrl(database), DevelopmentStore.OWNER.username(), DevelopmentStore.OWNER.password());

            List<String> warnings = warnings(database);

            String mend = ": let a superuser run deploy/store/database.sql in this database";
            String who = "the logins of the service or of the reader ";
            List<String> expected = new ArrayList<>(List.of(
                    who + "may call lo_*, pg_advisory_*, pg_cancel_backend, pg_export_snapshot,"
                            + " pg_logical_emit_message, pg_terminate_backend" + mend,
                    who + "may run code of their own in plpgsql" + mend));
            if (release.major() == 14) {
                expected.add(who + "may create in the schema public" + mend);
            }
            expected.add(who + "may fill the disk with temporary files" + mend);
            expected.add(who + "may connect to the databases registrar too, where nobody took anything from them:"
                    + " revoke connect on those from public, or shut both logins out of them in pg_hba.conf");
            expected.add(who + "have no connection limit: identity_reader: run deploy/store/roles.sql again");
            assertEquals(expected, warnings);
        } finally {
            store.prepare();
            try (Connection superuser = postgres.connect()) {
                Database.execute(superuser, "drop database if exists " + database);
            }
        }
    }

    private static List<String> warnings(String database) throws SQLException {
        return Migrations.warnings(
                postgres.jdbcUrl(database), DevelopmentStore.OWNER.username(), DevelopmentStore.OWNER.password());
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return Database.query(connection, "show " + setting).get(0).get(setting).toString();
    }

    private static Login login(String username) {
        return List.of(DevelopmentStore.READER, DevelopmentStore.SERVICE, DevelopmentStore.OWNER).stream()
                .filter(login -> login.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private static Connection as(Login login) throws SQLException {
        return DriverManager.getConnection(store.jdbcUrl(), login.username(), login.password());
    }

    private static void refused(Connection connection, String sql) {
        SQLException refusal = assertThrows(SQLException.class, () -> Database.execute(connection, sql), sql);
        assertTrue(REFUSALS.contains(refusal.getSQLState()), refusal.getMessage());
    }
}
