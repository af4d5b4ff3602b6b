package io.registrar.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.credential.CredentialKind;
import io.registrar.credential.Owner;
import io.registrar.testing.FakeTimeMeter;
import io.registrar.testing.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come, how often, and how many at once (metadata reference, I.6). */
class TrafficLimitsTest {

    private static final Optional<Duration> NOW = Optional.empty();
    private static final Map<String, String> SMALL = Map.of(
            "requests-per-source", "60",
            "refused-credential-weight", "5",
            "requests-per-caller", "6",
            "concurrent-requests", "2");

    private final FakeTimeMeter clock = new FakeTimeMeter();
    private final TrafficLimits limits = limits(SMALL);

    private TrafficLimits limits(Map<String, String> settings) {
        return new TrafficLimits(settings(settings), clock);
    }

    private static LimitSettings settings(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((name, value) -> properties.put("registrar.limits." + name, value));
        return Settings.of(LimitSettings.class, properties);
    }

    private Optional<Duration> take(String address, int times) {
        Optional<Duration> last = NOW;
        for (int i = 0; i < times; i++) {
            last = limits.takeFromSource(Source.of(address));
        }
        return last;
    }

    private static Owner owner(String subject) {
        return new Owner(
                CredentialKind.ACCESS_TOKEN,
                Optional.of("https://id.example.com"),
                Optional.of(subject),
                Optional.empty());
    }

    @Test
    void aSourceHasItsRequestsInARowAndMoreAsTimePasses() {
        assertEquals(NOW, take("10.0.0.1", 60));
        assertEquals(Optional.of(Duration.ofSeconds(1)), take("10.0.0.1", 1));
        clock.pass(Duration.ofSeconds(2));
        assertEquals(NOW, take("10.0.0.1", 2));
        assertEquals(Optional.of(Duration.ofSeconds(1)), take("10.0.0.1", 1));
        clock.pass(Duration.ofHours(1));
        assertEquals(NOW, take("10.0.0.1", 60));
        assertEquals(Optional.of(Duration.ofSeconds(1)), take("10.0.0.1", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "10.0.0.1, ::ffff:10.0.0.1, true",
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff, true",
        "2001:db8:0:1::1, 2001:db8:0:2::1, false",
        "2001:db8::1, 2001:0DB8:0:0:0::2, true",
        "fe80::1%eth0, fe80::2%eth1, true",
        "127.0.0.1, , true"
    })
    void aSourceIsAnIPv4AddressOrTheWholeNetworkOfAnIPv6Address(String one, String other, boolean isOne) {
        take(one, 60);

        assertEquals(!isOne, take(other, 1).isEmpty());
    }

    @Test
    void aRefusedCredentialCountsAsSeveralRequests() {
        take("10.0.0.1", 1);
        limits.chargeRefusal(Source.of("10.0.0.1"));

        assertEquals(NOW, take("10.0.0.1", 55));
        assertTrue(take("10.0.0.1", 1).isPresent());
        assertEquals(NOW, take("10.0.0.2", 60));
    }

    @Test
    void refusedCredentialsMakeTheirSourceWaitEvenWhereNothingIsLeft() {
        take("10.0.0.1", 60);
        limits.chargeRefusal(Source.of("10.0.0.1"));

        assertEquals(Optional.of(Duration.ofSeconds(5)), take("10.0.0.1", 1));
    }

    @Test
    void aRefusedCredentialMayWeighAsMuchAsAnyRequest() {
        TrafficLimits even = limits(Map.of("requests-per-source", "1", "refused-credential-weight", "1"));

        even.chargeRefusal(Source.of("10.0.0.1"));

        assertEquals(NOW, even.takeFromSource(Source.of("10.0.0.1")));
    }

    @Test
    void callersDoNotUseUpWhatOthersHave() {
        for (int i = 0; i < 6; i++) {
            assertEquals(NOW, limits.takeFromCaller(owner("portal")));
        }
        assertEquals(Optional.of(Duration.ofSeconds(10)), limits.takeFromCaller(owner("portal")));
        assertEquals(NOW, limits.takeFromCaller(owner("pipeline")));
    }

    @Test
    void aPlaceIsFreeAgainWhenSomebodyLeaves() {
        assertTrue(limits.enter());
        assertTrue(limits.enter());
        assertFalse(limits.enter());
        limits.leave();
        assertTrue(limits.enter());
        assertFalse(limits.enter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "::1", "2001:db8::1", "::ffff:10.0.0.1", "fe80::1%eth0"})
    void withoutFurtherSettingsRequestsComeFromEverywhere(String address) {
        assertTrue(limits(Map.of()).admits(Source.of(address)));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, true",
        "::ffff:10.1.2.3, true",
        "11.0.0.1, false",
        "192.0.2.7, true",
        "192.0.2.8, false",
        "2001:db8:1::1, true",
        "2001:db8:2::1, false",
        "fe80::1%eth0, true",
        "::1, false",
        ", false"
    })
    void requestsComeFromAllowedNetworksOnly(String address, boolean allowed) {
        TrafficLimits narrow =
                limits(Map.of("allowed-source-networks", "10.0.0.0/8, 192.0.2.7, 2001:db8:1::/48, fe80::/10"));

        assertEquals(allowed, narrow.admits(Source.of(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.1/8",
                "10.0.0",
                "10.0.0.0/8;11.0.0.0/8",
                "10.0.0.0/255.0.0.0",
                "10.*.*.*",
                "10.0-5.0.0",
                "*",
                "/8",
                "0x0a000001",
                "intranet.example.com",
                "::ffff:10.0.0.0/104",
                "2001:db8::1/48",
                "10.0.0.0/8,nonsense"
            })
    void whatIsNoNetworkStopsTheStart(String networks) {
        ConfigurationException refusal =
                assertThrows(ConfigurationException.class, () -> limits(Map.of("allowed-source-networks", networks)));

        assertTrue(refusal.getMessage().contains("registrar.limits.allowed-source-networks"), refusal::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ","})
    void anEmptyListOfNetworksIsNotEverywhere(String networks) {
        RuntimeException refusal =
                assertThrows(RuntimeException.class, () -> limits(Map.of("allowed-source-networks", networks)));

        assertTrue(refusal.getMessage().contains("registrar.limits.allowed-source-networks"), refusal::getMessage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"requests-per-source", "refused-credential-weight", "requests-per-caller", "concurrent-requests"
            })
    void numbersStartAtOne(String setting) {
        for (String number : new String[] {"0", "-1"}) {
            ConfigurationException refusal =
                    assertThrows(ConfigurationException.class, () -> limits(Map.of(setting, number)));

            assertEquals("registrar.limits." + setting + " must be at least 1", refusal.getMessage());
        }
        limits(Map.of(setting, "1"));
        limits(Map.of(setting, String.valueOf(Integer.MAX_VALUE)));
    }
}
