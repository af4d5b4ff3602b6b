package io.registrar.outbound;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.testing.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that cannot be meant stop the start. */
class GuardedClientProducerTest {

    private static FetchSettings settings(String name, String value) {
        return Settings.of(FetchSettings.class, Map.of("registrar.outbound." + name, value));
    }

    private static void assertStopsTheStart(String property, Executable start) {
        String message = assertThrows(ConfigurationException.class, start).getMessage();
        assertTrue(message.contains("registrar.outbound." + property), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-1"})
    void anAllowanceThatARegistrationCouldNeverMeetStopsTheStart(String fetches) {
        String property = "fetches-per-caller-and-minute";
        assertStopsTheStart(property, () -> new GuardedClientProducer().allowance(settings(property, fetches)));
    }

    @Test
    void theLeastAllowanceServesARegistrationThatNeedsTwo() {
        assertDoesNotThrow(() -> new GuardedClientProducer().allowance(settings("fetches-per-caller-and-minute", "2")));
    }

    @Test
    void aRefusalTimeBeforeTheRequestStopsTheStart() {
        assertStopsTheStart(
                "refusal-time",
                () -> GuardedClientProducer.checkRefusalTime(settings("refusal-time", "PT-1S"), FetchLimits.STANDARD));
    }

    @Test
    void aRefusalTimeBelowThatOfAFetchIsTheOperatorsRisk() {
        assertDoesNotThrow(
                () -> GuardedClientProducer.checkRefusalTime(settings("refusal-time", "PT0S"), FetchLimits.STANDARD));
    }
}
