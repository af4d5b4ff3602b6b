package io.registrar.access.issuer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.access.AccessSettings;
import io.registrar.access.issuer.AccessSettingsCheck.DefaultIssuerSettings;
import io.registrar.testing.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessSettingsCheckTest {

    private static final Map<String, String> USABLE =
            Map.of("registrar.access.audience", "https://config.example.com/connect/dcr");
    private static final Optional<String> ADDRESS = Optional.of("https://id.example.com");
    private static final Set<String> AUDIENCE = Set.of("https://config.example.com/connect/dcr");
    private static final DefaultIssuerSettings DISCOVERED =
            new DefaultIssuerSettings(ADDRESS, true, Optional.empty(), AUDIENCE, 60);

    @Test
    void theDefaultsAreUsable() {
        assertDoesNotThrow(() -> check(USABLE, DISCOVERED));
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
        "registrar.access.audience, 'config,any'",
        "registrar.access.open-policy, nowhere",
        "registrar.access.fallback-policy, nowhere",
        "registrar.access.operator-scope, IdentityServer.Configuration",
        "registrar.access.clock-skew-seconds, -1",
        "registrar.access.clock-skew-seconds, 61",
        "registrar.access.max-token-age, -PT1S"
    })
    void whatWouldOpenTheServiceStopsTheStart(String setting, String value) {
        assertRefused(Map.of(setting, value), setting + " must ");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "issuer, http://issuer.example",
        "issuer, issuer.example",
        "issuer, any",
        "issuer, https://id.example.com",
        "jwks-url, http://issuer.example/keys",
        "jwks-url, keys",
        "audience, any",
        "signature-algorithms, HS256",
        "tls-configuration-name, nowhere",
        "policies[0].policy, nowhere",
        "fallback-policy, nowhere",
        "conditions[0].policy, nowhere",
        "conditions[0].policy, ci",
        "conditions[0].claims.environment, '*'",
        "conditions[0].claims.repository, '*/*,**'",
        "conditions[0].claims.aud, config",
        "conditions[0].claims.\"/\", x",
        "conditions[0].claims.\"/a~5\", x",
        "caller-claim, /",
        "caller-claim, /a~",
    })
    void aFurtherIssuerThatIsOpenToAllOrMeetsNobodyStopsTheStart(String setting, String value) {
        String prefix = "registrar.access.issuers.other.";
        Map<String, String> properties = new HashMap<>();
        properties.put(prefix + "issuer", "https://other.example");
        properties.put(prefix + setting, value);

        assertRefused(properties, prefix + setting.replaceAll("(?<=])\\.(?:policy|claims).*", ""));
    }

    @Test
    void anyIsNoAudienceOfTheIssuerInQuarkusOidcEither() {
        DefaultIssuerSettings open = new DefaultIssuerSettings(ADDRESS, true, Optional.empty(), Set.of("any"), 60);

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> check(USABLE, open));

        assertTrue(refusal.getMessage().startsWith("quarkus.oidc.token.audience must "), refusal::getMessage);
    }

    @Test
    void howFarClocksMayBeOffIsSaidInOnePlace() {
        DefaultIssuerSettings patient = new DefaultIssuerSettings(ADDRESS, true, Optional.empty(), AUDIENCE, 1_000_000);

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> check(USABLE, patient));

        assertTrue(refusal.getMessage().startsWith("quarkus.oidc.token.lifespan-grace must "), refusal::getMessage);
        assertDoesNotThrow(() -> check(USABLE, DISCOVERED));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"key-refresh-burst, 0", "key-refresh-interval, PT0S", "key-refresh-interval, -PT1S"})
    void aBoundThatAllowsNoFetchOrEveryOneStopsTheStart(String setting, String value) {
        AccessSettings settings = Settings.of(AccessSettings.class, with(Map.of("registrar.access." + setting, value)));

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> new KeyRefresh(settings));

        assertTrue(refusal.getMessage().startsWith("registrar.access." + setting + " must "), refusal::getMessage);
    }

    @Test
    void twoEntriesForOneIssuerStopTheStart() {
        assertRefused(
                Map.of(
                        "registrar.access.issuers.a.issuer", "https://other.example",
                        "registrar.access.issuers.b.issuer", "https://other.example"),
                "registrar.access.issuers.");
    }

    @Test
    void conditionsAndPoliciesDoNotGoTogether() {
        assertRefused(
                Map.of(
                        "registrar.access.issuers.a.issuer", "https://other.example",
                        "registrar.access.issuers.a.policies[0].policy", "ci",
                        "registrar.access.issuers.a.conditions[0].claims.environment", "production"),
                "registrar.access.issuers.a.policies must go");
    }

    @ParameterizedTest
    @CsvSource({", , true", "register, , true", "register, platform, false", ", platform, false", "other, , false"})
    void anEntryThatEverybodyMeetsIsTheOneForTheRest(String scope, String department, boolean forEverybody) {
        Map<String, String> properties = new HashMap<>(
                Map.of("registrar.access.registration-scope", "register", "registrar.access.policies[0].policy", "ci"));
        if (scope != null) {
            properties.put("registrar.access.policies[0].scope", scope);
        }
        if (department != null) {
            properties.put("registrar.access.policies[0].claims.department", department);
        }
        assertDoesNotThrow(() -> check(with(properties), DISCOVERED));
        Map<String, String> another = new HashMap<>(properties);
        another.put("registrar.access.policies[1].policy", "ci");
        another.put("registrar.access.policies[1].scope", "x");
        properties.put("registrar.access.fallback-policy", "ci");

        if (forEverybody) {
            assertRefused(another, "registrar.access.policies[0] must ");
            assertRefused(properties, "registrar.access.fallback-policy must go");
        } else {
            assertDoesNotThrow(() -> check(with(another), DISCOVERED));
            assertDoesNotThrow(() -> check(with(properties), DISCOVERED));
        }
    }

    /** Else a job that says less of itself would have that condition's policy, which nobody named. */
    @Test
    void aConditionNamesItsPolicyWhereOthersDo() {
        String prefix = "registrar.access.issuers.a.";
        Map<String, String> properties = new HashMap<>(Map.of(
                prefix + "issuer", "https://other.example",
                prefix + "conditions[0].claims.environment", "production",
                prefix + "conditions[0].policy", "ci",
                prefix + "conditions[1].claims.repository", "octo-org/*"));

        assertRefused(properties, prefix + "conditions[1].policy must name a policy, as other conditions do");
        properties.put(prefix + "fallback-policy", "ci");
        assertDoesNotThrow(() -> check(with(properties), DISCOVERED));
        properties.put(prefix + "conditions[1].policy", "ci");
        assertRefused(properties, prefix + "fallback-policy must go: every condition names its policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registrar.access.policies[0].scope",
                "registrar.access.policies[0].claims.department",
                "registrar.access.fallback-policy",
                "registrar.access.issuers.a.policies[0].scope",
                "registrar.access.issuers.\"a.b\".conditions[1].claims.environment",
                "registrar.access.issuers.a.fallback-policy",
                "REGISTRAR_ACCESS_POLICIES_0__SCOPE",
                "REGISTRAR_ACCESS_FALLBACK_POLICY",
                "REGISTRAR_ACCESS_ISSUERS_A_CONDITIONS_0__CLAIMS_REF"
            })
    void aChoiceThatSaysNothingStopsTheStart(String setting) {
        for (String nothing : List.of("", " ", "${NOWHERE:}")) {
            ConfigurationException refusal = assertThrows(
                    ConfigurationException.class, () -> AccessSettingsCheck.checkChoices(config(setting, nothing)));
            assertEquals(setting + " must say something, or be left out", refusal.getMessage());
        }
        assertDoesNotThrow(() -> AccessSettingsCheck.checkChoices(config(setting, "something")));
        assertDoesNotThrow(() -> AccessSettingsCheck.checkChoices(config("registrar.access.issuers.a.jwks-url", "")));
    }

    private static Config config(String name, String value) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Map.of(name, value), "test", 500))
                .build();
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource({
        "https://token.actions.githubusercontent.com, environment, production, false",
        "https://token.actions.githubusercontent.com, repository, '*/octo-repo', false",
        "https://token.actions.githubusercontent.com, repository, 'octo-*/octo-repo', false",
        "https://token.actions.githubusercontent.com, repository, 'octo-org/a,**/b', false",
        "https://token.actions.githubusercontent.com, repository_owner, 'octo-*', false",
        "https://token.actions.githubusercontent.com, sub, 'repo:*/x:environment:production', false",
        "https://token.actions.githubusercontent.com, repository, 'octo-org/*', true",
        "https://token.actions.githubusercontent.com, repository_owner, octo-org, true",
        "https://token.actions.githubusercontent.com, sub, 'repo:octo-org/*:environment:production', true",
        "https://gitlab.com, environment, production, false",
        "https://gitlab.com, namespace_path, 'my-*', false",
        "https://gitlab.com, project_path, 'my-group/**', true",
        "https://gitlab.example.com, environment, production, true"
    })
    void tokensForTheWholeWorldAreAdmittedForSomebodyByName(
            String issuer, String claim, String patterns, boolean usable) {
        Map<String, String> properties = Map.of(
                "registrar.access.issuers.ci.issuer",
                issuer,
                "registrar.access.issuers.ci.conditions[0].claims." + claim,
                patterns);

        if (usable) {
            assertDoesNotThrow(() -> check(with(properties), DISCOVERED));
        } else {
            assertRefused(properties, "registrar.access.issuers.ci.conditions[0].claims must say whose");
        }
    }

    @Test
    void anIssuerOfTheWholeWorldWithoutConditionsStopsTheStart() {
        assertRefused(
                Map.of("registrar.access.issuers.ci.issuer", "https://gitlab.com"),
                "registrar.access.issuers.ci.conditions must ");
    }

    @Test
    void anIssuerThatNobodyNamesStopsTheStart() {
        assertDoesNotThrow(() -> check(USABLE, new DefaultIssuerSettings(ADDRESS, false, ADDRESS, AUDIENCE, 60)));
        for (DefaultIssuerSettings unnamed : Set.of(
                new DefaultIssuerSettings(ADDRESS, false, Optional.empty(), AUDIENCE, 60),
                new DefaultIssuerSettings(ADDRESS, true, Optional.of("any"), AUDIENCE, 60),
                new DefaultIssuerSettings(Optional.empty(), true, Optional.empty(), AUDIENCE, 60))) {
            assertThrows(ConfigurationException.class, () -> check(USABLE, unnamed));
        }
    }

    @Test
    void aDeploymentMayDoWithoutTheIssuerInQuarkusOidc() {
        DefaultIssuerSettings none = new DefaultIssuerSettings(Optional.empty(), true, Optional.empty(), AUDIENCE, 60);

        assertDoesNotThrow(() -> check(with(Map.of("registrar.access.credentials", "open")), none));
        assertDoesNotThrow(
                () -> check(with(Map.of("registrar.access.issuers.other.issuer", "https://other.example")), none));
    }

    private static void assertRefused(Map<String, String> properties, String beginning) {
        ConfigurationException refusal =
                assertThrows(ConfigurationException.class, () -> check(with(properties), DISCOVERED));

        assertTrue(refusal.getMessage().startsWith(beginning), refusal::getMessage);
    }

    private static Map<String, String> with(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(USABLE);
        all.putAll(properties);
        return all;
    }

    private static void check(Map<String, String> properties, DefaultIssuerSettings defaultIssuer) {
        new AccessSettingsCheck(
                Settings.of(AccessSettings.class, properties),
                defaultIssuer,
                Set.of("default", "ci")::contains,
                Set.of("cluster")::contains);
    }
}
