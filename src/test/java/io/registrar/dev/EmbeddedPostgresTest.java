package io.registrar.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One server in one directory, whose name has a blank and a quote, goes through everything. */
class EmbeddedPostgresTest {

    private static final Path TARGET = Path.of("target");
    private static final Path BINARIES = TARGET.resolve("postgres-binaries");
    private static final PostgresSettings SETTINGS =
            PostgresSettings.in(TARGET.resolve("a developer's postgres")).withBinaries(BINARIES);

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void anEmptyDirectory() throws IOException {
        // A run that was killed may have left its server there.
        if (Files.exists(SETTINGS.directory())) {
            EmbeddedPostgres left = new EmbeddedPostgres(SETTINGS);
            left.start();
            left.stop();
        }
        Trees.delete(SETTINGS.directory());
        postgres = new EmbeddedPostgres(SETTINGS);
    }

    @BeforeEach
    void running() {
        postgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    void dataAndPortSurviveARestart() throws Exception {
        execute(postgres, "create table kept (n int)", "insert into kept values (42)");
        int port = postgres.port();
        postgres.stop();
        assertThrows(SQLException.class, () -> postgres.connect().close());

        postgres.start();

        assertEquals("42", value(postgres, "select n from kept"));
        assertEquals(port, postgres.port());
    }

    @Test
    void aSecondStartReusesTheRunningServer() throws Exception {
        String started = value(postgres, "select pg_postmaster_start_time()");

        EmbeddedPostgres again = new EmbeddedPostgres(SETTINGS);
        again.start();

        assertEquals(started, value(again, "select pg_postmaster_start_time()"));
    }

    @Test
    void otherServerSettingsRestartIt() throws Exception {
        EmbeddedPostgres other = new EmbeddedPostgres(SETTINGS.withServerSetting("work_mem", "5MB"));
        other.start();

        assertEquals("5MB", value(other, "show work_mem"));
    }

    @Test
    void itIsDurableAndListensOnTheLoopbackAddressOnly() throws Exception {
        assertEquals("on", value(postgres, "show fsync"));
        assertEquals("127.0.0.1", value(postgres, "show listen_addresses"));
        assertEquals("", value(postgres, "show unix_socket_directories"));
        assertEquals("UTF8", value(postgres, "show server_encoding"));
    }

    @Test
    void aWrongPasswordIsRefused() {
        SQLException refused = assertThrows(
                SQLException.class, () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.superuser(), "wrong")
                        .close());
        assertEquals("28P01", refused.getSQLState());
    }

    @Test
    void everyWayInAsksForAPassword() throws Exception {
        assertEquals(
                "scram-sha-256",
                value(postgres, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"));
    }

    @Test
    void aKilledServerIsStartedAgain() throws Exception {
        execute(postgres, "create table survivor (n int)");
        Path data = SETTINGS.directory().resolve("data");
        Postmaster before = Postmaster.read(data).orElseThrow();
        ProcessHandle process = ProcessHandle.of(before.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        assertTrue(Files.exists(Postmaster.file(data)), "killed without a chance to clean up");

        postgres.start();

        assertNotEquals(before.pid(), Postmaster.read(data).orElseThrow().pid());
        assertEquals("0", value(postgres, "select count(*) from survivor"));
    }

    @Test
    void aProcessNumberThatAnotherProgramGotMeanwhileIsNotTakenForTheServer() throws Exception {
        Path pidFile = Postmaster.file(SETTINGS.directory().resolve("data"));
        String content = Files.readString(pidFile);
        postgres.stop();
        Files.writeString(
                pidFile,
                content.replaceFirst(
                        "\\d+", String.valueOf(ProcessHandle.current().pid())));

        postgres.start();

        assertEquals("1", value(postgres, "select 1"));
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            EmbeddedPostgres unlucky = new EmbeddedPostgres(SETTINGS.withPort(other.getLocalPort()));

            CannotStart failure = assertThrows(CannotStart.class, unlucky::start);

            assertOneLine(failure, "127.0.0.1:" + other.getLocalPort());
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsSaidInOneLine() throws Exception {
        // Root may write everywhere, but below a plain file nobody may.
        Path file = Files.writeString(TARGET.resolve("plain-file"), "");
        EmbeddedPostgres nowhere = new EmbeddedPostgres(PostgresSettings.in(file.resolve("postgres")));

        assertOneLine(assertThrows(CannotStart.class, nowhere::start), "cannot be written");
    }

    @Test
    void aPlatformWithoutBinariesIsSaidInOneLine() {
        EmbeddedPostgres exotic = new EmbeddedPostgres(SETTINGS, "plan9-mips", List.of(ServerAccount.OURSELVES));

        CannotStart failure = assertThrows(CannotStart.class, exotic::start);

        assertOneLine(failure, "plan9-mips");
        assertOneLine(failure, "QUARKUS_DATASOURCE_JDBC_URL");
        assertOneLine(failure, "REGISTRAR_STORE_OWNER_PASSWORD");
    }

    @Test
    void rootWithoutAWayToBecomeAnotherUserIsSaidInOneLine() {
        EmbeddedPostgres stuck = new EmbeddedPostgres(
                SETTINGS,
                PostgresBinaries.platform(),
                List.of(new ServerAccount(List.of("no-such-program"), java.util.Optional.empty())));

        assertOneLine(assertThrows(CannotStart.class, stuck::start), "unshare, setpriv and runuser");
    }

    @Test
    void anUnknownServerSettingIsSaidInOneLine() {
        EmbeddedPostgres wrong = new EmbeddedPostgres(SETTINGS.withServerSetting("no_such_setting", "1"));

        assertOneLine(assertThrows(CannotStart.class, wrong::start), "no_such_setting");
    }

    private static void assertOneLine(CannotStart failure, String expected) {
        assertTrue(failure.getMessage().contains(expected), failure.getMessage());
        assertFalse(failure.getMessage().contains("\n"), failure.getMessage());
    }

    private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
        try (Connection connection = server.connect()) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static String value(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
