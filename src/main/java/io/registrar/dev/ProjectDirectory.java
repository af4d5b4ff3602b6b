package io.registrar.dev;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checked-out project that a development run works in. */
final class ProjectDirectory {

    private ProjectDirectory() {}

    /** Upwards from the working directory, which is the project's own or one below it. */
    static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path path = start; path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("pom.xml"))) {
                return path;
            }
        }
        throw new CannotStart("No pom.xml in " + start + " or above: start this in the project's directory.");
    }

    /** What development keeps between starts; {@code mvnw clean} makes a fresh beginning. */
    static Path state() {
        return find().resolve("target").resolve("dev");
    }

    /** The script that creates the three logins; the database's lies beside it. */
    static Path roles() {
        return find().resolve(Path.of("deploy", "store", "roles.sql"));
    }
}
