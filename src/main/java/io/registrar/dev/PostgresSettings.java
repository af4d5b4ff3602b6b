package io.registrar.dev;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where an {@link EmbeddedPostgres} lives and how it listens.
 *
 * @param directory holds the data, the log and the superuser's password; survives restarts
 * @param archives where the packed programs lie; empty for those on the class path
 * @param binaries where the programs are unpacked; several servers may share it
 * @param port the TCP port on 127.0.0.1; 0 takes the port of the last start while that is free, else any free one
 * @param server further settings as in {@code postgresql.conf}, values unquoted; they win over the launcher's own
 */
public record PostgresSettings(
        Path directory, Optional<Path> archives, Path binaries, int port, Map<String, String> server) {

    public PostgresSettings {
        directory = directory.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        server = Map.copyOf(server);
    }

    /** A server in this directory, programs beside its data, on a free port. */
    public static PostgresSettings in(Path directory) {
        return new PostgresSettings(directory, Optional.empty(), directory.resolve("binaries"), 0, Map.of());
    }

    /** The programs that are packed in that directory: another release than the one on the class path. */
    public PostgresSettings withArchives(Path packed) {
        return new PostgresSettings(directory, Optional.of(packed), binaries, port, server);
    }

    public PostgresSettings withBinaries(Path shared) {
        return new PostgresSettings(directory, archives, shared, port, server);
    }

    public PostgresSettings withPort(int wanted) {
        return new PostgresSettings(directory, archives, binaries, wanted, server);
    }

    public PostgresSettings withServerSetting(String name, String value) {
        Map<String, String> all = new HashMap<>(server);
        all.put(name, value);
        return new PostgresSettings(directory, archives, binaries, port, all);
    }
}
