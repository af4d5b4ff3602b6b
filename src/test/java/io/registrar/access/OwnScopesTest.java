package io.registrar.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.registrar.testing.Settings;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnScopesTest {

    /** A service that starts with that is told so by a check of its own, which may come later. */
    @Test
    void oneScopeForBothIsOneScope() {
        AccessSettings settings = Settings.of(
                AccessSettings.class,
                Map.of(
                        "registrar.access.audience", "https://config.example.com/connect/dcr",
                        "registrar.access.registration-scope", "register",
                        "registrar.access.operator-scope", "register"));

        assertEquals(Set.of("register"), OwnScopes.of(settings));
    }
}
