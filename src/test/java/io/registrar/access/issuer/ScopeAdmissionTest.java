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
        "IdentityServer.Configuration, team-b, default",
        "IdentityServer.Configuration portals, other, default"
    })
    void theFirstEntryWhoseScopeAndClaimsTheTokenHasChoosesThePolicy(String scope, String tenant, String policy) {
        assertEquals(
                Optional.of(policy),
                admitted(Map.of("scope", scope, "tenant", tenant)).caller().policy());
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

        assertEquals(register, admission.allows(Permissions.REGISTER));
        assertEquals(manage, admission.allows(Permissions.MANAGE_CLIENTS));
        assertEquals(operate, admission.allows(Permissions.OPERATE));
    }

    private static Admission admitted(Map<String, Object> claims) {
        AccessSettings settings = Settings.of(AccessSettings.class, new HashMap<>(SETTINGS));
        return new ScopeAdmission(settings, settings).of(ConditionAdmissionTest.token(claims));
    }
}
