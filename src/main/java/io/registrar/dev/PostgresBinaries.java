package io.registrar.dev;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, packed for one platform: {@code postgres-linux-x86_64.txz}. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The platform's name as the archives spell it, for example {@code darwin-arm_64}. */
    static String platform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system + "-"
                + switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                };
    }

    /** The archive in that directory, or on the class path where none is given. */
    static URL archive(String platform, Optional<Path> directory) {
        String name = "postgres-" + platform + ".txz";
        if (directory.isPresent()) {
            try {
                return directory.get().resolve(name).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
        return Optional.ofNullable(PostgresBinaries.class.getClassLoader().getResource(name))
                .orElseThrow(() -> new CannotStart("No embedded PostgreSQL for the platform " + platform
                        + " is on the class path: " + CannotStart.USE_A_REAL_SERVER + "."));
    }

    /** Unpacks the programs below {@code parent} unless they are there, and returns their root directory. */
    static Path unpack(URL archive, String platform, Path parent) {
        try {
            // Named by content: an upgrade of the archive never meets the programs of the version before.
            Path home = parent.resolve(platform + "-" + checksum(archive));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(parent);
                publish(unpackBeside(home, archive), home);
            }
            return home;
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL's programs cannot be unpacked into " + parent + ": " + e, e);
        }
    }

    private static String checksum(URL archive) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(archive.openStream(), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return "%08x".formatted(in.getChecksum().getValue());
        }
    }

    private static Path unpackBeside(Path home, URL archive) throws IOException {
        Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (InputStream raw = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unfinished);
            }
        }
        // A temporary directory is its creator's alone, but root's server runs as another user.
        permit(unfinished, 0755);
        return unfinished;
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive names a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            createDirectories(root, target);
            return;
        }
        createDirectories(root, target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            permit(target, entry.getMode() | 0444);
        }
    }

    private static void createDirectories(Path root, Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            createDirectories(root, directory.getParent());
            Files.createDirectory(directory);
            permit(directory, 0755);
        }
    }

    /** Sets the permissions whatever the umask is; where there are none (Windows) does nothing. */
    private static void permit(Path path, int mode) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            StringBuilder text = new StringBuilder("rwxrwxrwx");
            for (int bit = 0; bit < 9; bit++) {
                if ((mode & (0400 >> bit)) == 0) {
                    text.setCharAt(bit, '-');
                }
            }
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(text.toString()));
        }
    }

    private static void publish(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; its copy is equal.
            Trees.delete(unfinished);
        }
    }
}
