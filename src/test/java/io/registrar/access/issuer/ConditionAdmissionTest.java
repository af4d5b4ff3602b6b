package io.registrar.access.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.registrar.access.AccessSettings;
import io.registrar.access.Admission;
import io.registrar.access.IssuerSettings;
import io.registrar.access.Permissions;
import io.registrar.access.Reach;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import io.registrar.credential.Owner;
import io.registrar.metadata.TrustTier;
import io.registrar.testing.CiIssuer;
import io.registrar.testing.Settings;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on claims, in the place of scopes. */
class ConditionAdmissionTest {

    private static final String PREFIX = "registrar.access.issuers.ci.";

    @Test
    void theFirstConditionThatIsMetChoosesThePolicy() {
        Map<String, String> conditions = Map.of(
                "conditions[0].claims.repository", "octo-org/other",
                "conditions[0].policy", "first",
                "conditions[1].claims.repository", "octo-org/x,octo-org/*",
                "conditions[1].claims.environment", "staging,production",
                "conditions[1].policy", "second",
                "conditions[2].claims.repository", "octo-org/octo-repo",
                "conditions[2].policy", "third");

        assertEquals(
                Optional.of("second"),
                admitted(CiIssuer.GITHUB.claims(), conditions).caller().policy());
    }

    /** The policies of two conditions, that for the rest, and which one a job has that meets the second only. */
    @ParameterizedTest
    @CsvSource({"ci, wide, , wide", "ci, , rest, rest", ", , rest, rest", ", , , default"})
    void aConditionWithoutAPolicyHasTheOneForTheRest(String first, String second, String fallback, String policy) {
        Map<String, String> conditions = new HashMap<>(
                Map.of("conditions[0].claims.environment", "staging", "conditions[1].claims.repository", "octo-org/*"));
        putPolicy(conditions, "conditions[0].policy", first);
        putPolicy(conditions, "conditions[1].policy", second);
        putPolicy(conditions, "fallback-policy", fallback);

        assertEquals(
                Optional.of(policy),
                admitted(CiIssuer.GITHUB.claims(), conditions).caller().policy());
    }

    private static void putPolicy(Map<String, String> settings, String name, String policy) {
        if (policy != null) {
            settings.put(name, policy);
        }
    }

    @Test
    void thePolicyForTheRestLetsNobodyIn() {
        Map<String, String> conditions =
                Map.of("conditions[0].claims.repository", "octo-org/other", "fallback-policy", "rest");

        assertThrows(ConditionsUnmetException.class, () -> admitted(CiIssuer.GITHUB.claims(), conditions));
    }

    @Test
    void theCallerIsNamedByWhatTheTokenSaysOfItAndIsNoClient() {
        Map<String, Object> claims = CiIssuer.GITHUB.claims();
        claims.put("client_id", "pretender");

        Admission admission = admitted(claims, Map.of("conditions[0].claims.repository", "octo-org/octo-repo"));

        assertEquals(
                new Caller(
                        CredentialKind.ACCESS_TOKEN,
                        Optional.of("https://token.actions.githubusercontent.com"),
                        Optional.of("repo:octo-org/octo-repo:environment:production"),
                        Optional.empty(),
                        Optional.of("6f7a1c0e-53d9-4a2b-8a70-3f1c5d0a9b11"),
                        Optional.of("default")),
                admission.caller());
    }

    @Test
    void noScopeMakesAnOperator() {
        Map<String, Object> claims = CiIssuer.GITHUB.claims();
        claims.put("scope", "IdentityServer.Configuration IdentityServer.Configuration.Operator");

        Admission admission = admitted(claims, Map.of("conditions[0].claims.repository", "octo-org/octo-repo"));

        assertEquals(TrustTier.AUTHENTICATED, admission.tier());
        assertFalse(admission.allows(Permissions.OPERATE));
        assertEquals(new Reach.OwnClients(admission.caller().asOwner()), admission.reach());
        assertThrows(
                ConditionsUnmetException.class,
                () -> admitted(claims, Map.of("conditions[0].claims.repository", "octo-org/other")));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "/kubernetes.io/namespace, team-payments, true",
        "/kubernetes.io/serviceaccount/name, registrar-*, true",
        "/kubernetes.io, '**', false",
        "/kubernetes.io/serviceaccount, '**', false",
        "/kubernetes.io/absent/name, '**', false",
        "/kubernetes.io/namespace/name, '**', false",
        "/sub, 'system:serviceaccount:team-*:registrar-client', true",
        "kubernetes.io, '**', false",
        "namespace, '**', false"
    })
    void aClaimWithinAClaimIsNamedByItsPointer(String claim, String pattern, boolean met) {
        assertEquals(met, meets(CiIssuer.CLUSTER.claims(), claim, pattern));
    }

    @Test
    void aClaimThatIsMissingOrNoStringNeverMatches() {
        Map<String, Object> claims = CiIssuer.GITLAB.claims();
        for (Object value : new Object[] {20, true, List.of("20"), Map.of("20", "20"), 20.0}) {
            claims.put("project_id", value);
            assertFalse(meets(claims, "project_id", "**"), () -> value + " matched");
        }
        claims.put("project_id", null);
        assertFalse(meets(claims, "project_id", "**"));
        claims.remove("project_id");
        assertFalse(meets(claims, "project_id", "**"));
        assertFalse(meets(claims, "groups_direct", "**"));
        assertFalse(meets(claims, "/groups_direct/0", "**"));
    }

    @Test
    void jobsOfOneRepositoryAreOneCallerWhereTheSettingSaysSo() {
        Map<String, Object> onMain = CiIssuer.GITHUB.claims();
        Map<String, Object> onATag = CiIssuer.GITHUB.claims();
        onATag.put("sub", "repo:octo-org/octo-repo:ref:refs/tags/v1");
        Map<String, Object> ofAnother = CiIssuer.GITHUB.claims();
        ofAnother.put("repository_id", "75");
        Map<String, String> byRepository =
                Map.of("conditions[0].claims.repository_owner", "octo-org", "caller-claim", "repository_id");

        Owner owner = admitted(onMain, byRepository).caller().asOwner();

        assertEquals(Optional.of("repository_id=" + onMain.get("repository_id")), owner.subject());
        assertEquals(owner, admitted(onATag, byRepository).caller().asOwner());
        assertNotEquals(owner, admitted(ofAnother, byRepository).caller().asOwner());
        Map<String, String> bySubject = Map.of("conditions[0].claims.repository_owner", "octo-org");
        assertNotEquals(
                admitted(onMain, bySubject).caller().asOwner(),
                admitted(onATag, bySubject).caller().asOwner());
    }

    @ParameterizedTest
    @CsvSource({"absent", "/repository_id/name", "run_number_list"})
    void aJobWithoutTheClaimOwnsNothing(String claim) {
        Map<String, Object> claims = CiIssuer.GITHUB.claims();
        claims.put("run_number_list", List.of("1"));

        Admission admission = admitted(
                claims, Map.of("conditions[0].claims.repository", "octo-org/octo-repo", "caller-claim", claim));

        assertFalse(admission.reach().includes(admission.caller().asOwner()));
    }

    private static boolean meets(Map<String, Object> claims, String claim, String pattern) {
        try {
            admitted(claims, Map.of("conditions[0].claims.\"" + claim + "\"", pattern));
            return true;
        } catch (ConditionsUnmetException unmet) {
            return false;
        }
    }

    private static Admission admitted(Map<String, Object> claims, Map<String, String> conditions) {
        Map<String, String> properties = new HashMap<>(
                Map.of("registrar.access.audience", "config", PREFIX + "issuer", "https://ci.example.com"));
        conditions.forEach((name, value) -> properties.put(PREFIX + name, value));
        IssuerSettings issuer =
                Settings.of(AccessSettings.class, properties).issuers().get("ci");
        return new ConditionAdmission(issuer).of(token(claims));
    }

    static VerifiedToken token(Map<String, Object> claims) {
        try {
            return new VerifiedToken(
                    new DefaultJWTCallerPrincipal(JwtClaims.parse(JSONObjectUtils.toJSONString(claims))));
        } catch (InvalidJwtException e) {
            throw new IllegalStateException(e);
        }
    }
}
