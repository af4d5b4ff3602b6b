package io.registrar.access.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.runtime.LaunchMode;
import io.registrar.access.AccessSettings;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.policy.Deployment;
import io.registrar.metadata.policy.RegistrationPolicies;
import io.registrar.metadata.policy.RegistrationPolicySettings;
import io.registrar.testing.LogLines;
import io.registrar.testing.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The start says who has a policy default that bounds nothing. */
class DefaultPolicyCheckTest {

    private static final String ACCESS = "registrar.access.";
    private static final Map<String, String> NOTHING_CHOSEN = Map.of();

    static Stream<Arguments> settings() {
        String other = "issuers.other.";
        String issuer = "issuers.other.issuer=https://other.example";
        return Stream.of(
                arguments("nothing is chosen", List.of(), "fallback-policy"),
                arguments("a choice", List.of("policies[0].policy=ci", "policies[0].scope=ci"), ""),
                arguments(
                        "a choice, and default for the rest",
                        List.of("policies[0].policy=ci", "policies[0].scope=ci", "fallback-policy=default"),
                        "fallback-policy"),
                arguments(
                        "a choice, and an entry for everybody",
                        List.of("policies[0].policy=ci", "policies[0].scope=ci", "policies[1].policy=default"),
                        "policies[1].policy"),
                arguments(
                        "an entry for whoever may register",
                        List.of("policies[0].policy=default", "policies[0].scope=IdentityServer.Configuration"),
                        "policies[0].policy"),
                arguments(
                        "default for those whom the operator meant",
                        List.of("policies[0].policy=default", "policies[0].scope=admin"),
                        ""),
                arguments("another one for all", List.of("fallback-policy=ci"), ""),
                arguments("a further issuer", List.of("fallback-policy=ci", issuer), other + "fallback-policy"),
                arguments("two of them", List.of(issuer), "fallback-policy, " + ACCESS + other + "fallback-policy"),
                arguments(
                        "conditions without a policy",
                        List.of("fallback-policy=ci", issuer, other + "conditions[0].claims.repository=octo-org/*"),
                        other + "fallback-policy"),
                arguments(
                        "a condition with one",
                        List.of(
                                "fallback-policy=ci",
                                issuer,
                                other + "conditions[0].claims.repository=octo-org/*",
                                other + "conditions[0].policy=default"),
                        ""),
                arguments("open registration", List.of("credentials=open"), "open-policy"),
                arguments("open registration within bounds", List.of("credentials=open", "open-policy=ci"), ""),
                arguments("what is not admitted", List.of("credentials=initial-access-token", issuer), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void aDefaultThatBoundsNothingIsWarnedOfWhereNobodyChoseIt(String what, List<String> settings, String ways) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach(setting -> properties.put(ACCESS + setting.split("=", 2)[0], setting.split("=", 2)[1]));

        assertEquals(
                ways.isEmpty()
                        ? List.of()
                        : List.of(
                                "WARN The registration policy default bounds nothing, and callers for whom no other is"
                                        + " chosen have it. Bound it by registrar.policies.default.*, or name another one in "
                                        + ACCESS + ways),
                warnings(properties, LaunchMode.NORMAL));
    }

    @ParameterizedTest
    @CsvSource({
        "registrar.policies.default.grant-types, client_credentials, 0",
        "registrar.policies.default.profile, rfc9700, 0",
        "registrar.policies.default.quota, 5, 1",
        "registrar.policies.other.grant-types, client_credentials, 1"
    })
    void aDefaultWithBoundsIsNotAndCountingIsNone(String setting, String value, int warned) {
        assertEquals(warned, warnings(Map.of(setting, value), LaunchMode.NORMAL).size());
    }

    @Test
    void developmentBeginsWithoutBoundsAndIsNotWarned() {
        assertEquals(List.of(), warnings(NOTHING_CHOSEN, LaunchMode.DEVELOPMENT));
    }

    @Test
    void aDeploymentWithoutAnIssuerInQuarkusOidcIsNotWarnedOfIt() {
        assertEquals(List.of(), warnings(NOTHING_CHOSEN, LaunchMode.NORMAL, false));
    }

    private static List<String> warnings(Map<String, String> settings, LaunchMode mode) {
        return warnings(settings, mode, true);
    }

    private static List<String> warnings(Map<String, String> settings, LaunchMode mode, boolean hasDefaultIssuer) {
        Map<String, String> properties = new HashMap<>(Map.of(ACCESS + "audience", "config"));
        properties.putAll(settings);
        Deployment deployment = new Deployment(
                Settings.of(MetadataPolicy.class, Map.of()), Settings.of(OutboundPolicy.class, Map.of()), Set.of());
        RegistrationPolicies policies = RegistrationPolicies.of(
                Settings.of(RegistrationPolicySettings.class, properties, AccessSettings.class), deployment);
        AccessSettings access = Settings.of(AccessSettings.class, properties, RegistrationPolicySettings.class);
        return LogLines.of(
                DefaultPolicyCheck.class, () -> new DefaultPolicyCheck(access, hasDefaultIssuer, policies, mode));
    }
}
