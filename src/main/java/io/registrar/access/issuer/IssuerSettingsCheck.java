package io.registrar.access.issuer;

import static io.registrar.access.issuer.AccessSettingsCheck.checkAudience;
import static io.registrar.access.issuer.AccessSettingsCheck.require;

import io.registrar.access.IssuerSettings;
import io.registrar.access.IssuerSettings.Condition;
import io.registrar.metadata.uri.ConfiguredUrl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Checks the settings of a further issuer. */
final class IssuerSettingsCheck {

    /**
     * Issuers of tokens for everybody in the world, with the claims of theirs that say whose work a token is for; a
     * condition that leaves this open would let in everybody with an account there.
     */
    private static final Map<String, Set<String>> SHARED = Map.of(
            "https://token.actions.githubusercontent.com",
            Set.of("sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "enterprise_id"),
            "https://gitlab.com",
            Set.of("sub", "project_path", "project_id", "namespace_path", "namespace_id"));

    private final PolicyReferences references;
    private final Predicate<String> isTls;

    IssuerSettingsCheck(PolicyReferences references, Predicate<String> isTls) {
        this.references = references;
        this.isTls = isTls;
    }

    void check(String prefix, IssuerSettings issuer) {
        require(
                !issuer.issuer().isBlank()
                        && !issuer.issuer().equals("any")
                        && (issuer.jwksUrl().isPresent() || ConfiguredUrl.isSecure(issuer.issuer())),
                prefix
                        + "issuer must be the https URL that its tokens have in iss (with jwks-url any name that they have)");
        require(
                issuer.jwksUrl().map(ConfiguredUrl::isSecure).orElse(true),
                prefix + "jwks-url must be an https URL (http only for localhost, 127.0.0.1 and [::1])");
        issuer.audience().ifPresent(audience -> checkAudience(prefix + "audience", audience));
        issuer.tlsConfigurationName()
                .ifPresent(name -> require(
                        isTls.test(name), prefix + "tls-configuration-name must name a configuration in quarkus.tls"));
        require(
                !issuer.callerClaim().isBlank() && ClaimPatternsCheck.isNameOrPointer(issuer.callerClaim()),
                prefix + "caller-claim must be the name of a claim, or a JSON Pointer");
        checkConditions(prefix, issuer);
    }

    private void checkConditions(String prefix, IssuerSettings issuer) {
        List<Condition> conditions = issuer.conditions();
        require(
                conditions.isEmpty() || issuer.policies().isEmpty(),
                prefix + "policies must go: with conditions, it is these that choose the policy");
        require(
                !conditions.isEmpty() || !SHARED.containsKey(issuer.issuer()),
                prefix + "conditions must say whose tokens are admitted: those of this issuer bear no scope");
        references.checkConditions(prefix, issuer);
        Set<String> whose = SHARED.getOrDefault(issuer.issuer(), Set.of());
        for (int i = 0; i < conditions.size(); i++) {
            checkCondition(prefix + "conditions[" + i + "]", conditions.get(i), whose);
        }
    }

    private void checkCondition(String entry, Condition condition, Set<String> whose) {
        ClaimPatternsCheck.check(entry, condition.claims());
        require(
                ClaimPatternsCheck.sayAnything(condition.claims()),
                entry + ".claims must name at least one claim, and more of it than wildcards");
        require(
                whose.isEmpty() || sayWhose(condition.claims(), whose),
                entry + ".claims must say whose work is admitted, up to the first / at least, in one of "
                        + String.join(", ", new TreeSet<>(whose)));
    }

    private static boolean sayWhose(Map<String, List<String>> claims, Set<String> names) {
        return claims.entrySet().stream()
                .filter(claim -> names.contains(claim.getKey()))
                .anyMatch(claim -> claim.getValue().stream().map(Glob::new).allMatch(Glob::fixesFirstSegment));
    }
}
