package io.registrar.testing;

import io.registrar.dev.EmbeddedPostgres;
import io.registrar.dev.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A release of PostgreSQL that the build has unpacked for this platform, by its major number.
 *
 * @param major for example 14
 */
public record PostgresRelease(int major) {

    private static final Path ARCHIVES = Path.of("target", "postgres-releases");
    private static final int OLDEST_SUPPORTED = 14;

    /** Oldest first; fails when the build has not brought the oldest one that is supported and others. */
    public static List<PostgresRelease> all() throws IOException {
        try (Stream<Path> directories = Files.list(ARCHIVES)) {
            List<PostgresRelease> found = directories
                    .map(it -> new PostgresRelease(
                            Integer.parseInt(it.getFileName().toString())))
                    .sorted((one, other) -> one.major - other.major)
                    .toList();
            if (found.size() < 3 || found.get(0).major != OLDEST_SUPPORTED) {
                throw new IllegalStateException("Releases are missing in " + ARCHIVES + ": " + found);
            }
            return found;
        }
    }

    /** A server of this release, not started. */
    public EmbeddedPostgres server() {
        return new EmbeddedPostgres(PostgresSettings.in(Path.of("target", "test", "postgres-" + major))
                .withArchives(ARCHIVES.resolve(String.valueOf(major)))
                .withBinaries(Path.of("target", "postgres-binaries")));
    }

    @Override
    public String toString() {
        return "PostgreSQL " + major;
    }
}
