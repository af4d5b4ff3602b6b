package io.registrar.access.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.registrar.access.AccessSettings;
import io.registrar.access.Admission;
import io.registrar.access.Permissions;
import io.registrar.testing.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registration policy of callers with scopes. */
class ScopeAdmissionTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "registrar.access.audience", "config",
            "registrar.access.policies[0].policy", "both",
            "registrar.access.policies[0].scope", "portal",
            "registrar.access.policies[0].claims.tenant", "team-*",
            "registrar.access.policies[1].policy", "by-scope",
            "registrar.access.policies[1].scope", "portal",
            "registrar.access.policies[2].policy", "by-claim",
            "registrar.access.policies[2].claims.tenant", "team-a");

    @ParameterizedTest
    @CsvSource({
        "IdentityServer.Configuration portal, team-a, both",
        "IdentityServer.Configuration portal, other, by-scope",
        "IdentityServer.Configuration, team-a, by-claim",
        "IdentityServer.Configuration, team-b,",
        "IdentityServer.Configuration portals, other,",
        "IdentityServer.Configuration PORTAL, team-a/b,"
    })
    void theFirstEntryWhoseScopeAndClaimsTheTokenHasChoosesThePolicy(String scope, String tenant, String policy) {
        assertEquals(
                Optional.ofNullable(policy),
                admitted(Map.of("scope", scope, "tenant", tenant)).caller().policy());
    }

    /** The entries, the policy for the rest, and which one a caller has whom no entry names. */
    @ParameterizedTest
    @CsvSource({
        "portal, rest, rest",
        "portal,,",
        ", rest, rest",
        ",, default",
    })
    void whomNoEntryNamesHasThePolicyForTheRestAndDefaultWhereNothingIsChosen(
            String choice, String fallback, String policy) {
        Map<String, String> properties = new HashMap<>(Map.of("registrar.access.audience", "config"));
        if (choice != null) {
            properties.put("registrar.access.policies[0].policy", choice);
            properties.put("registrar.access.policies[0].scope", choice);
        }
        if (fallback != null) {
            properties.put("registrar.access.fallback-policy", fallback);
        }

        Admission admission = admitted(properties, Map.of("scope", "IdentityServer.Configuration"));

        assertEquals(Optional.ofNullable(policy), admission.caller().policy());
    }

    @ParameterizedTest
    @CsvSource({
        "IdentityServer.Configuration, true, true, false",
        "IdentityServer.Configuration.Operator, false, true, true",
        "IdentityServer.Configuration IdentityServer.Configuration.Operator, true, true, true",
        "portal, false, false, false"
    })
    void aPolicyIsNoPermission(String scope, boolean register, boolean manage, boolean operate) {
        Admission admission = admitted(Map.of("scope", scope, "tenant", "team-a"));
        Admission withoutPolicy = admitted(Map.of("scope", scope.replace("portal", "other")));

        assertEquals(Optional.empty(), withoutPolicy.caller().policy());
        assertEquals(admission.permissions(), withoutPolicy.permissions());
        assertEquals(register, admission.allows(Permissions.REGISTER));
        assertEquals(manage, admission.allows(Permissions.MANAGE_CLIENTS));
        assertEquals(operate, admission.allows(Permissions.OPERATE));
    }

    private static Admission admitted(Map<String, Object> claims) {
        return admitted(SETTINGS, claims);
    }

    static Admission admitted(Map<String, String> properties, Map<String, Object> claims) {
        AccessSettings settings = Settings.of(AccessSettings.class, new HashMap<>(properties));
        return new ScopeAdmission(settings, settings).of(ConditionAdmissionTest.token(claims));
    }
}
