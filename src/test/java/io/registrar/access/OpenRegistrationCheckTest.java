package io.registrar.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.testing.LogLines;
import io.registrar.testing.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenRegistrationCheckTest {

    private static final Map<String, String> OPEN = Map.of("registrar.access.credentials", "access-token,open");
    private static final Map<String, String> MEANT = Map.of(
            "registrar.access.credentials", "open",
            "registrar.access.allow-open-registration-in-production", "true");

    @Test
    void openRegistrationInProductionTakesTwoSettings() {
        ConfigurationException refusal =
                assertThrows(ConfigurationException.class, () -> check(OPEN, LaunchMode.NORMAL));

        assertTrue(
                refusal.getMessage().contains("registrar.access.allow-open-registration-in-production=true"),
                refusal::getMessage);
        assertDoesNotThrow(() -> check(MEANT, LaunchMode.NORMAL));
        assertDoesNotThrow(() -> check(OPEN, LaunchMode.DEVELOPMENT));
        assertDoesNotThrow(() -> check(Map.of(), LaunchMode.NORMAL));
    }

    @Test
    void openRegistrationIsWarnedOfAndTheUsualIsNot() {
        assertTrue(warnings(MEANT).contains("anybody who reaches this service"));
        assertTrue(warnings(Map.of()).isEmpty());
    }

    private static String warnings(Map<String, String> properties) {
        return String.join("\n", LogLines.of(OpenRegistrationCheck.class, () -> check(properties, LaunchMode.NORMAL)));
    }

    private static void check(Map<String, String> settings, LaunchMode mode) {
        Map<String, String> properties = new HashMap<>(Map.of("registrar.access.audience", "config"));
        properties.putAll(settings);
        new OpenRegistrationCheck(Settings.of(AccessSettings.class, properties), mode);
    }
}
