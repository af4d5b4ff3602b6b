package io.registrar.dev;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL server of our own for development, tests and demonstrations: unpacked from an archive, durable, on
 * 127.0.0.1 only, with passwords.
 *
 * <p>Everything lies in one directory, and data survive restarts. The server stops when the JVM exits; one that
 * survived a killed JVM is taken over. All methods throw {@link CannotStart} with one line that says what to do.
 */
public final class EmbeddedPostgres {

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
            URL archive = PostgresBinaries.archive(platform, settings.archives());
            Path home = PostgresBinaries.unpack(archive, platform, settings.binaries());
            Path bin = home.resolve("bin");
            ServerAccount account = accounts.contains(ServerAccount.OURSELVES)
                    ? ServerAccount.OURSELVES
                    : ServerAccount.choose(accounts, bin.resolve("postgres"), settings.directory());
            PostgresPrograms chosen = new PostgresPrograms(bin, account, settings.directory());
            programs = Optional.of(chosen);
            port = new PostgresStart(settings, chosen, lock).run();
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
        return PostgresPrograms.jdbcUrl(port, database);
    }

    public String superuser() {
        return PostgresPrograms.SUPERUSER;
    }

    public String superuserPassword() {
        return running().superuserPassword();
    }

    /** A superuser's connection to the maintenance database; the caller closes it. */
    public Connection connect() throws SQLException {
        return connect("postgres");
    }

    /** A superuser's connection; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return running().connect(port, database);
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
}
