package io.registrar.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the ways in which root's server runs as somebody else, as far as this machine has it. */
class ServerAccountTest {

    @ParameterizedTest
    @ValueSource(strings = {"unshare", "setpriv", "runuser"})
    void aServerStartsThroughEachTool(String tool) throws Exception {
        assumeTrue(ServerAccount.isRoot(), "an ordinary user needs no tool");
        List<ServerAccount> only = ServerAccount.INSTEAD_OF_ROOT.stream()
                .filter(account -> account.prefix().get(0).equals(tool))
                .toList();
        EmbeddedPostgres postgres = new EmbeddedPostgres(
                PostgresSettings.in(Path.of("target/root's postgres"))
                        .withBinaries(Path.of("target/postgres-binaries")),
                PostgresBinaries.platform(),
                only);
        try {
            postgres.start();
        } catch (CannotStart e) {
            assumeTrue(false, tool + " does not work on this machine: " + e.getMessage());
        }

        try (var connection = postgres.connect();
                ResultSet row = connection.createStatement().executeQuery("select 1")) {
            row.next();
            assertEquals(1, row.getInt(1));
        } finally {
            postgres.stop();
        }
    }

    @Test
    void anOrdinaryUsersCommandIsLeftAlone() {
        assertEquals(List.of("initdb", "-D", "x"), ServerAccount.OURSELVES.command(List.of("initdb", "-D", "x")));
    }
}
