package io.registrar.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The three programs of the binaries archive, run for one server.
 *
 * @param bin where the programs are
 * @param home the server's directory: data, log, superuser's password
 */
record PostgresPrograms(Path bin, ServerAccount account, Path home) {

    static final String SUPERUSER = "postgres";

    Path data() {
        return home.resolve("data");
    }

    Path password() {
        return home.resolve("superuser-password");
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String superuserPassword() {
        try {
            return Files.readString(password()).strip();
        } catch (IOException e) {
            throw new CannotStart("The superuser's password cannot be read: " + e, e);
        }
    }

    Connection connect(int port, String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", superuserPassword());
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "60");
        // Not through DriverManager: it does not see drivers of the class loader of a live reload.
        return new org.postgresql.Driver().connect(jdbcUrl(port, database), login);
    }

    /** Makes a cluster in {@code data}, which exists and is empty. */
    void initdb(Path data) throws IOException {
        run(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order of text on every machine.
                "--locale=C"));
    }

    void start() throws IOException {
        Files.deleteIfExists(log());
        Files.createFile(log());
        own();
        try {
            run(control("start", "-w", "-t", "60", "-l", log().toString()));
        } catch (CannotStart e) {
            throw new CannotStart(
                    "PostgreSQL did not start: " + complaint(e.getMessage()) + " (log: " + log() + ")", e);
        }
    }

    void stop(String mode) throws IOException {
        run(control(stopArguments(mode)));
    }

    /** Complete, so that others can run it. */
    List<String> stopCommand() {
        return account.command(control(stopArguments("fast")));
    }

    /** Hands the server's files to the account that it runs under. */
    void own() throws IOException {
        if (account.owner().isPresent()) {
            Trees.give(home, bin.getParent(), account.owner().get());
        }
    }

    private static String[] stopArguments(String mode) {
        return new String[] {"stop", "-w", "-t", "60", "-m", mode};
    }

    private List<String> control(String... arguments) {
        List<String> all = new ArrayList<>(List.of(bin.resolve("pg_ctl").toString(), "-D", data().toString()));
        all.addAll(List.of(arguments));
        return all;
    }

    private Path log() {
        return home.resolve("server.log");
    }

    /** What the server's log says beats what pg_ctl says about it. */
    private String complaint(String fallback) throws IOException {
        String reasons = Files.readAllLines(log()).stream()
                .filter(line -> line.matches(".*(FATAL|DETAIL|LOG:  could not|LOG:  unrecognized|LOG:  invalid).*"))
                .map(line -> line.replaceFirst("^.*?(FATAL|DETAIL|LOG):\\s*", ""))
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? fallback : reasons;
    }

    private void run(List<String> arguments) throws IOException {
        // A file and no pipe: on Windows the server inherits the handle, and a pipe would never end.
        Path output = Files.createTempFile(home, "output-", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(account.command(arguments))
                    // Ours may be closed to the server's account.
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            if (builder.start().waitFor() != 0) {
                throw new CannotStart(Path.of(arguments.get(0)).getFileName() + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was starting or stopping.", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
