package io.registrar.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DevelopmentStoreTest {

    private static final Path ROLES = Path.of("deploy/store/roles.sql");
    private static final EmbeddedPostgres POSTGRES = new EmbeddedPostgres(
            PostgresSettings.in(Path.of("target/store-postgres")).withBinaries(Path.of("target/postgres-binaries")));

    @BeforeAll
    static void start() {
        POSTGRES.start();
    }

    @AfterAll
    static void stop() {
        POSTGRES.stop();
    }

    @Test
    void thePreparedStoreLetsItsRolesInAndIsMigratedAsTheOwner() throws Exception {
        List<String> migrations = new ArrayList<>();
        DevelopmentStore store = new DevelopmentStore(
                POSTGRES, ROLES, (url, owner, password) -> migrations.add(url + " " + owner + " " + password));

        store.prepare();
        store.prepare();

        String migrated = store.jdbcUrl() + " registrar_owner " + DevelopmentStore.OWNER.password();
        assertEquals(List.of(migrated, migrated), migrations, "every start migrates");
        for (Login login : List.of(DevelopmentStore.OWNER, DevelopmentStore.SERVICE, DevelopmentStore.READER)) {
            try (Connection connection =
                            DriverManager.getConnection(store.jdbcUrl(), login.username(), login.password());
                    ResultSet row = connection
                            .createStatement()
                            .executeQuery("select current_user, pg_get_userbyid(datdba) from pg_database"
                                    + " where datname = current_database()")) {
                row.next();
                assertEquals(login.username(), row.getString(1));
                assertEquals("registrar_owner", row.getString(2));
            }
        }
    }

    @Test
    void anUnknownVariableIsNamed() throws Exception {
        Path file = Files.writeString(Path.of("target/unknown-variable.sql"), "select :'nobodys_password'");
        DevelopmentStore store = new DevelopmentStore(POSTGRES, file, (url, owner, password) -> {});

        CannotStart failure = assertThrows(CannotStart.class, store::prepare);

        assertTrue(failure.getMessage().contains("nobodys_password"), failure.getMessage());
    }

    /** Providers give their customers a login that creates roles, and no superuser. */
    @Test
    void anAdministratorWhoIsNoSuperuserMakesTheLogins() throws Exception {
        try (Connection superuser = POSTGRES.connect()) {
            superuser.createStatement().execute("create role administrator login createrole password 'administrator'");
            // Of its own making: that others made the same names does not matter then.
            String script = new PsqlScript(ROLES)
                    .sql(Map.of("owner_password", "a", "service_password", "b", "reader_password", "c"))
                    .replace("registrar_", "provided_")
                    .replace("identity_reader", "provided_reader");
            try (Connection administrator =
                    DriverManager.getConnection(POSTGRES.jdbcUrl(), "administrator", "administrator")) {
                administrator.createStatement().execute(script);
                administrator.createStatement().execute(script);
            }
            try (ResultSet row = superuser
                    .createStatement()
                    .executeQuery(
                            "select string_agg(rolname || ' ' || rolconnlimit, ', ' order by rolname) from pg_roles"
                                    + " where rolname like 'provided%' and rolcanlogin and not rolsuper")) {
                row.next();
                assertEquals("provided_owner -1, provided_reader 30, provided_service 60", row.getString(1));
            }
        }
    }

    @Test
    void numbersThatAreGivenWinOverTheScriptsOwn() {
        String script = new PsqlScript(ROLES)
                .sql(Map.of(
                        "owner_password",
                        "a",
                        "service_password",
                        "b'c",
                        "reader_password",
                        "c",
                        "reader_connections",
                        "7"));

        assertTrue(script.contains("alter role identity_reader with login connection limit 7 password 'c'"), script);
        assertTrue(script.contains("connection limit 60 password 'b''c'"), script);
        assertTrue(script.lines().noneMatch(line -> line.strip().startsWith("\\")), script);
    }
}
