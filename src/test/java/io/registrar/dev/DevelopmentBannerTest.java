package io.registrar.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DevelopmentBannerTest {

    private final List<String> lines = new DevelopmentBanner(
                    8081, 9001, "jdbc:postgresql://127.0.0.1:5/registrar", "register", "/connect/dcr")
            .text()
            .lines()
            .toList();

    @Test
    void theCommandsStandBetweenMarkersAndAreShell() throws Exception {
        List<String> commands =
                lines.subList(lines.indexOf(DevelopmentBanner.BEGIN) + 1, lines.indexOf(DevelopmentBanner.END));

        Process parsed = new ProcessBuilder("bash", "-n", "-c", String.join("\n", commands)).start();

        assertEquals(0, parsed.waitFor());
        assertTrue(commands.get(0).contains("http://localhost:8081"), commands.get(0));
    }

    @Test
    void itFitsAScreen() {
        assertTrue(lines.size() <= 25, () -> lines.size() + " lines");
    }
}
