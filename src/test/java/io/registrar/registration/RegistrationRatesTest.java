package io.registrar.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import io.registrar.http.TooManyRequestsException;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.policy.Deployment;
import io.registrar.metadata.policy.RegistrationPolicies;
import io.registrar.metadata.policy.RegistrationPolicy;
import io.registrar.metadata.policy.RegistrationPolicySettings;
import io.registrar.testing.FakeTimeMeter;
import io.registrar.testing.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A policy's rate, on a clock that the test holds. */
class RegistrationRatesTest {

    private static final RegistrationPolicies POLICIES = RegistrationPolicies.of(
            Settings.of(
                    RegistrationPolicySettings.class,
                    Map.of(
                            "registrar.policies.hourly.rate.registrations", "2",
                            "registrar.policies.hourly.rate.per", "PT1H",
                            "registrar.policies.daily.rate.registrations", "1",
                            "registrar.policies.daily.rate.per", "P1D")),
            new Deployment(
                    Settings.of(MetadataPolicy.class, Map.of()),
                    Settings.of(OutboundPolicy.class, Map.of()),
                    Set.of()));

    private final FakeTimeMeter clock = new FakeTimeMeter();
    private final RegistrationRates rates = new RegistrationRates(clock);
    private int registered;

    private static Caller caller(Optional<String> subject) {
        return new Caller(
                CredentialKind.ACCESS_TOKEN,
                Optional.of("https://id.example.com"),
                subject,
                Optional.empty(),
                Optional.empty(),
                Optional.of("hourly"));
    }

    private static RegistrationPolicy policy(String name) {
        return POLICIES.named(name);
    }

    private void register(String policy, Optional<String> subject, String address) {
        rates.within(policy(policy), caller(subject), new Origin(Optional.of(address), "request"), () -> registered++);
    }

    private void register(String subject) {
        register("hourly", Optional.of(subject), "10.0.0.1");
    }

    @Test
    void whoIsTooFastIsToldThePolicyAndWhenToComeAgain() {
        register("ci");
        register("ci");
        TooManyRequestsException refused = assertThrows(TooManyRequestsException.class, () -> register("ci"));

        assertEquals(
                "The policy hourly allows one caller 2 registrations in PT1H; send the request again later",
                refused.getMessage());
        assertEquals(2, registered);
        clock.pass(Duration.ofMinutes(29));
        assertThrows(TooManyRequestsException.class, () -> register("ci"));
        clock.pass(Duration.ofMinutes(1));
        register("ci");
        assertThrows(TooManyRequestsException.class, () -> register("ci"));
    }

    @Test
    void eachCallerHasItsOwnAndEachPolicyToo() {
        register("ci");
        register("ci");

        register("portal");
        register("daily", Optional.of("ci"), "10.0.0.1");
        assertThrows(TooManyRequestsException.class, () -> register("daily", Optional.of("ci"), "10.0.0.1"));
        assertThrows(TooManyRequestsException.class, () -> register("hourly", Optional.of("ci"), "10.0.0.2"));
    }

    @Test
    void whoDoesNotSayWhoItIsIsCountedByItsNetwork() {
        register("hourly", Optional.empty(), "2001:db8::1");
        register("hourly", Optional.empty(), "2001:db8::2");

        assertThrows(TooManyRequestsException.class, () -> register("hourly", Optional.empty(), "2001:db8::3"));
        register("hourly", Optional.empty(), "2001:db8:0:1::1");
    }

    @Test
    void aRefusedRegistrationTakesNothing() {
        for (int i = 0; i < 5; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> rates.within(
                            policy("hourly"),
                            caller(Optional.of("ci")),
                            new Origin(Optional.empty(), "request"),
                            () -> {
                                throw new IllegalStateException("quota");
                            }));
        }
        register("ci");
        register("ci");
        assertThrows(TooManyRequestsException.class, () -> register("ci"));
    }

    @Test
    void withoutARateNothingIsCounted() {
        for (int i = 0; i < 100; i++) {
            register("default", Optional.of("ci"), "10.0.0.1");
        }
        assertEquals(100, registered);
    }
}
