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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DevelopmentStoreTest {

    private static final Path ROLES = Path.of("src/test/resources/roles-for-development-store-test.sql");
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
}
