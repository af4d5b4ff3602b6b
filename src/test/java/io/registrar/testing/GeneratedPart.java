package io.registrar.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a document that follows from the code, between {@code <!-- name: generated ... -->} and
 * {@code <!-- /name -->}.
 */
public final class GeneratedPart {

    private GeneratedPart() {}

    /** Fails when the document holds another text there, and leaves the right one in {@code target}. */
    public static void assertCurrent(String document, String name, String text) throws IOException {
        Path right = Path.of("target", name + ".md");
        Files.createDirectories(right.getParent());
        Files.writeString(right, text);

        String whole = Files.readString(Path.of(document));
        int marker = whole.indexOf("<!-- " + name + ": generated");
        int begin = whole.indexOf('\n', marker) + 1;

        assertEquals(
                text,
                whole.substring(begin, whole.indexOf("<!-- /" + name + " -->", begin)),
                document + " is stale; put " + right + " between its markers for " + name);
    }
}
