package io.registrar.access.issuer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.registrar.access.AccessSettings;
import io.registrar.access.Admission;
import io.registrar.access.IssuerSettings;
import io.registrar.access.TokenSettings;
import io.registrar.access.issuer.AccessSettingsCheck.DefaultIssuerSettings;
import io.registrar.metadata.policy.RegistrationPolicy;
import io.registrar.testing.CiIssuer;
import io.registrar.testing.ReadmeExample;
import io.registrar.testing.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's settings for callers are what a service starts with, as they stand there. */
class ReadmeCallersTest {

    @ParameterizedTest
    @ValueSource(strings = {"workforce", "choice", "fallback", "github", "gitlab", "cluster"})
    void anExampleIsWholeAndSound(String name) {
        Map<String, String> example = ReadmeExample.settings(name);

        assertDoesNotThrow(() -> new AccessSettingsCheck(
                settings(example),
                new DefaultIssuerSettings(
                        Optional.of("https://id.example.com"),
                        true,
                        Optional.empty(),
                        Set.of("https://config.example.com/connect/dcr"),
                        60),
                policy -> policy.equals(RegistrationPolicy.DEFAULT) || names(example, "registrar.policies." + policy),
                tls -> names(example, "quarkus.tls." + tls)));
    }

    @ParameterizedTest
    @EnumSource
    void anExampleAdmitsTheTokenOfThePublishedShapeWithItsPolicy(CiIssuer ci) {
        IssuerSettings issuer =
                settings(ReadmeExample.settings(ci.id())).issuers().get(ci.id());

        Admission admission = new ConditionAdmission(issuer).of(ConditionAdmissionTest.token(ci.claims()));

        assertEquals(ci.claims().get("iss"), issuer.issuer());
        assertEquals(Optional.of("ci"), admission.caller().policy());
    }

    /** A token's scope and department, and the policy that the example gives it. */
    @ParameterizedTest(name = "{0}: {1} {2}: {3}")
    @CsvSource({
        "workforce, , platform-a, portal",
        "workforce, , sales,",
        "workforce, , ,",
        "choice, registrar.ci, , ci",
        "choice, , platform-a, portal",
        "choice, registrar.platform, sales,",
        "choice, , ,",
        "fallback, registrar.platform, , platform",
        "fallback, registrar.ci, , ci",
        "fallback, , , ci"
    })
    void anExampleSaysWhoseItsPoliciesAre(String name, String scope, String department, String policy) {
        AccessSettings settings = settings(ReadmeExample.settings(name));
        TokenSettings issuer =
                settings.issuers().isEmpty() ? settings : settings.issuers().get(name);
        Map<String, Object> claims = new HashMap<>();
        claims.put(issuer.scopeClaim(), settings.registrationScope() + (scope == null ? "" : " " + scope));
        claims.put("department", department);

        Admission admission = new ScopeAdmission(settings, issuer).of(ConditionAdmissionTest.token(claims));

        assertEquals(Optional.ofNullable(policy), admission.caller().policy());
    }

    private static boolean names(Map<String, String> example, String prefix) {
        return example.keySet().stream().anyMatch(key -> key.startsWith(prefix + "."));
    }

    private static AccessSettings settings(Map<String, String> example) {
        Map<String, String> properties = new HashMap<>(example);
        properties.put("registrar.access.audience", "https://config.example.com/connect/dcr");
        return Settings.of(AccessSettings.class, properties);
    }
}
