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
import java.util.Optional;

/** One start of a server, whatever state its directory was left in. */
final class PostgresStart {

    private static final Duration OTHER_PROCESS = Duration.ofSeconds(60);
    private static final Duration HELPERS_GONE = Duration.ofSeconds(10);

    private final PostgresSettings settings;
    private final PostgresPrograms programs;
    private final DirectoryLock lock;
    private int port;

    PostgresStart(PostgresSettings settings, PostgresPrograms programs, DirectoryLock lock) {
        this.settings = settings;
        this.programs = programs;
        this.lock = lock;
    }

    /** Returns the port on which the server accepts connections. */
    int run() throws IOException {
        if (holdOrReuse()) {
            startOrReuse();
        }
        return port;
    }

    /** True when the server is ours to look after; false when another process does so and it runs. */
    private boolean holdOrReuse() throws IOException {
        Instant end = Instant.now().plus(OTHER_PROCESS);
        while (!lock.hold(programs.stopCommand(), Postmaster.file(programs.data()))) {
            if (reusable()) {
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

    private void startOrReuse() throws IOException {
        if (reusable()) {
            return;
        }
        stopLeftover();
        if (!Files.exists(programs.data())) {
            initialise();
        }
        port = ServerConfiguration.choosePort(programs.data(), settings.port());
        ServerConfiguration.write(programs.data(), port, settings.server());
        startWhenTheLastIsGone();
    }

    /** A killed server's helpers may outlive it by moments, and hold its memory. */
    private void startWhenTheLastIsGone() throws IOException {
        Instant end = Instant.now().plus(HELPERS_GONE);
        while (true) {
            try {
                programs.start();
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
    private boolean reusable() throws IOException {
        Optional<Postmaster> found = Postmaster.read(programs.data());
        if (found.isEmpty()
                || !found.get().lives()
                || (settings.port() != 0 && settings.port() != found.get().port())
                || !ServerConfiguration.matches(programs.data(), found.get().port(), settings.server())) {
            return false;
        }
        port = found.get().port();
        try (Connection connection = programs.connect(port, "postgres");
                ResultSet row = connection.createStatement().executeQuery("show data_directory")) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), programs.data());
        } catch (SQLException e) {
            return false;
        }
    }

    private void stopLeftover() throws IOException {
        if (Postmaster.read(programs.data()).filter(Postmaster::lives).isPresent()) {
            programs.stop("fast");
        } else {
            // The number in it may belong to some other program by now, and PostgreSQL would take that for a server.
            Files.deleteIfExists(Postmaster.file(programs.data()));
        }
    }

    private void initialise() throws IOException {
        // Under another name until it is complete, so that an interrupted start is simply repeated.
        Path unfinished = settings.directory().resolve("data-unfinished");
        Trees.delete(unfinished);
        Files.createDirectory(unfinished);
        Files.deleteIfExists(programs.password());
        PrivateFile.write(programs.password(), new BigInteger(160, new SecureRandom()).toString(36));
        programs.own();
        programs.initdb(unfinished);
        ServerConfiguration.include(unfinished);
        Files.move(unfinished, programs.data(), StandardCopyOption.ATOMIC_MOVE);
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
