package io.registrar.dev;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A PostgreSQL server of our own for development, tests and demonstrations: unpacked from the class path, durable, on
 * 127.0.0.1 only, with passwords.
 *
 * <p>Everything lies in one directory, and data survive restarts. The server stops when the JVM exits; one that
 * survived a killed JVM is taken over. All methods throw {@link CannotStart} with one line that says what to do.
 */
public final class EmbeddedPostgres {

    private static final Duration OTHER_PROCESS = Duration.ofSeconds(60);
    private static final Duration HELPERS_GONE = Duration.ofSeconds(10);
    private static final int CONNECT_SECONDS = 5;

    private final PostgresSettings settings;
    private final String platform;
    private final List<ServerAccount> accounts;
    private final DirectoryLock lock;
    private Optional<PostgresPrograms> programs = Optional.empty();
    private int port;

    public EmbeddedPostgres(PostgresSettings settings) {
        this(
                settings,
                PostgresBinaries.platform(),
                ServerAccount.isRoot() ? ServerAccount.INSTEAD_OF_ROOT : List.of(ServerAccount.OURSELVES));
    }

    EmbeddedPostgres(PostgresSettings settings, String platform, List<ServerAccount> accounts) {
        this.settings = settings;
        this.platform = platform;
        this.accounts = accounts;
        this.lock = new DirectoryLock(settings.directory().resolve("lock"));
    }

    /** Returns when the server accepts connections; does nothing when it does so already. */
    public void start() {
        try {
            prepareDirectory();
            Path home = PostgresBinaries.unpack(platform, settings.binaries());
            Path bin = home.resolve("bin");
            ServerAccount account = accounts.contains(ServerAccount.OURSELVES)
                    ? ServerAccount.OURSELVES
                    : ServerAccount.choose(accounts, bin.resolve("postgres"), settings.directory());
            PostgresPrograms chosen = new PostgresPrograms(bin, account, settings.directory());
            programs = Optional.of(chosen);
            if (holdOrReuse(chosen)) {
                startOrReuse(chosen);
            }
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot be started in " + settings.directory() + ": " + e, e);
        }
    }

    /** Stops the server, whoever started it; open connections are cut. */
    public void stop() {
        try {
            PostgresPrograms running = running();
            if (Postmaster.read(running.data()).filter(Postmaster::lives).isPresent()) {
                running.stop("fast");
            }
            lock.release();
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot be stopped in " + settings.directory() + ": " + e, e);
        }
    }

    public int port() {
        running();
        return port;
    }

    /** The address of the maintenance database. */
    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        running();
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String superuser() {
        return PostgresPrograms.SUPERUSER;
    }

    public String superuserPassword() {
        try {
            return Files.readString(running().password()).strip();
        } catch (IOException e) {
            throw new CannotStart("The superuser's password cannot be read: " + e, e);
        }
    }

    /** A superuser's connection to the maintenance database; the caller closes it. */
    public Connection connect() throws SQLException {
        return connect("postgres");
    }

    /** A superuser's connection; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", superuser());
        login.setProperty("password", superuserPassword());
        login.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        login.setProperty("socketTimeout", "60");
        // Not through DriverManager: it does not see drivers of the class loader of a live reload.
        return new org.postgresql.Driver().connect(jdbcUrl(database), login);
    }

    private PostgresPrograms running() {
        return programs.orElseThrow(() -> new IllegalStateException("not started"));
    }

    private void prepareDirectory() {
        Path directory = settings.directory();
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "writable-", ".txt"));
        } catch (IOException e) {
            throw new CannotStart("The directory " + directory + " cannot be written (" + e + "):"
                    + " give it to the user who runs this, or choose another one.");
        }
    }

    /** True when the server is ours to look after; false when another process does so and it runs. */
    private boolean holdOrReuse(PostgresPrograms chosen) throws IOException {
        Instant end = Instant.now().plus(OTHER_PROCESS);
        while (!lock.hold(chosen.stopCommand(), Postmaster.file(chosen.data()))) {
            if (reusable(chosen)) {
                return false;
            }
            if (Instant.now().isAfter(end)) {
                throw new CannotStart("Another process uses " + settings.directory()
                        + " with other settings: stop it, or choose another directory.");
            }
            pause();
        }
        return true;
    }

    private void startOrReuse(PostgresPrograms chosen) throws IOException {
        if (reusable(chosen)) {
            return;
        }
        stopLeftover(chosen);
        if (!Files.exists(chosen.data())) {
            initialise(chosen);
        }
        port = ServerConfiguration.choosePort(chosen.data(), settings.port());
        ServerConfiguration.write(chosen.data(), port, settings.server());
        startWhenTheLastIsGone(chosen);
    }

    /** A killed server's helpers may outlive it by moments, and hold its memory. */
    private static void startWhenTheLastIsGone(PostgresPrograms chosen) throws IOException {
        Instant end = Instant.now().plus(HELPERS_GONE);
        while (true) {
            try {
                chosen.start();
                return;
            } catch (CannotStart e) {
                if (!e.getMessage().contains("shared memory block")
                        || Instant.now().isAfter(end)) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** A server that runs here, was started with the same settings and lets us in. */
    private boolean reusable(PostgresPrograms chosen) throws IOException {
        Optional<Postmaster> found = Postmaster.read(chosen.data());
        if (found.isEmpty()
                || !found.get().lives()
                || (settings.port() != 0 && settings.port() != found.get().port())
                || !ServerConfiguration.matches(chosen.data(), found.get().port(), settings.server())) {
            return false;
        }
        port = found.get().port();
        try (Connection connection = connect();
                ResultSet row = connection.createStatement().executeQuery("show data_directory")) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), chosen.data());
        } catch (SQLException e) {
            return false;
        }
    }

    private static void stopLeftover(PostgresPrograms chosen) throws IOException {
        if (Postmaster.read(chosen.data()).filter(Postmaster::lives).isPresent()) {
            chosen.stop("fast");
        } else {
            // The number in it may belong to some other program by now, and PostgreSQL would take that for a server.
            Files.deleteIfExists(Postmaster.file(chosen.data()));
        }
    }

    private void initialise(PostgresPrograms chosen) throws IOException {
        // Under another name until it is complete, so that an interrupted start is simply repeated.
        Path unfinished = settings.directory().resolve("data-unfinished");
        Trees.delete(unfinished);
        Files.createDirectory(unfinished);
        Files.deleteIfExists(chosen.password());
        PrivateFile.write(chosen.password(), new BigInteger(160, new SecureRandom()).toString(36));
        chosen.own();
        chosen.initdb(unfinished);
        ServerConfiguration.include(unfinished);
        Files.move(unfinished, chosen.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for PostgreSQL.", e);
        }
    }
}
