package io.registrar.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a server wrote about itself into {@code postmaster.pid}; the server may be gone since.
 *
 * @param started when that server started
 */
record Postmaster(long pid, Instant started, int port) {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Empty without a file, and when it was left half written. */
    static Optional<Postmaster> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(data));
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether the process of that number is still this server, and not another one that got the number later. */
    boolean lives() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .map(info -> info.command()
                        .map(Postmaster::isPostgres)
                        // Another account's program may be hidden from us, its start is not.
                        .orElseGet(() -> info.startInstant().map(this::isStart).orElse(true)))
                .orElse(false);
    }

    private static boolean isPostgres(String command) {
        return Path.of(command).getFileName().toString().startsWith("postgres");
    }

    private boolean isStart(Instant instant) {
        return Duration.between(started, instant).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }
}
