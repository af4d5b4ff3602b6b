package io.registrar.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.testing.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessSettingsCheckTest {

    private static final Map<String, String> USABLE =
            Map.of("registrar.access.audience", "https://config.example.com/connect/dcr");

    @Test
    void theDefaultsAreUsable() {
        assertDoesNotThrow(() -> check(USABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "registrar.access.signature-algorithms, 'RS256,HS256'",
        "registrar.access.signature-algorithms, none",
        "registrar.access.signature-algorithms, RSA-OAEP",
        "registrar.access.registration-scope, two scopes",
        "registrar.access.registration-scope, 'a\"b'",
        "registrar.access.operator-scope, 'a\\b'",
        "registrar.access.audience, any",
        "registrar.access.audience, 'config,any'"
    })
    void whatWouldOpenTheServiceStopsTheStart(String setting, String value) {
        Map<String, String> properties = new HashMap<>(USABLE);
        properties.put(setting, value);

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> check(properties));

        assertTrue(refusal.getMessage().startsWith(setting + " must "), refusal::getMessage);
    }

    @Test
    void anIssuerThatNobodyNamesStopsTheStart() {
        AccessSettings settings = Settings.of(AccessSettings.class, USABLE);

        assertDoesNotThrow(() -> new AccessSettingsCheck(settings, false, Optional.of("https://id.example.com")));
        assertThrows(ConfigurationException.class, () -> new AccessSettingsCheck(settings, false, Optional.empty()));
        assertThrows(ConfigurationException.class, () -> new AccessSettingsCheck(settings, true, Optional.of("any")));
    }

    private static void check(Map<String, String> properties) {
        new AccessSettingsCheck(Settings.of(AccessSettings.class, properties), true, Optional.empty());
    }
}
