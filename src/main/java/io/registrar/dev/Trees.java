package io.registrar.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole directory trees: deleted, or handed to another user. */
final class Trees {

    private Trees() {}

    static void delete(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path :
                    below(root).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Gives everything below {@code root} to {@code owner}, except what lies below {@code except}. */
    static void give(Path root, Path except, String owner) throws IOException {
        UserPrincipal user =
                root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        for (Path path : below(root)) {
            if (!path.startsWith(except)
                    && !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(user);
            }
        }
    }

    private static List<Path> below(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
