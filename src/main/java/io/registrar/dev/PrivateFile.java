package io.registrar.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that only their owner may read. */
final class PrivateFile {

    private PrivateFile() {}

    /** Appears at once and complete, or not at all. */
    static void write(Path file, String content) throws IOException {
        // A temporary file is its creator's alone from the start.
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "unfinished-", ".txt");
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
