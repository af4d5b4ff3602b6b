package io.registrar.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The configurations that the README offers for copying. */
public final class ReadmeExample {

    private ReadmeExample() {}

    /** The properties of the example that is marked with that name. */
    public static Map<String, String> settings(String name) {
        Matcher block = Pattern.compile(
                        "<!-- example: " + Pattern.quote(name) + " -->\\n```properties\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme());
        if (!block.find()) {
            throw new IllegalStateException("README.md has no example " + name);
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(block.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(property -> property, properties::getProperty));
    }

    private static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
