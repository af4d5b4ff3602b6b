package io.registrar.access.issuer;

import static io.registrar.access.issuer.AccessSettingsCheck.require;

import io.registrar.access.IssuerSettings;
import io.registrar.access.TokenSettings;
import io.registrar.access.TokenSettings.PolicyChoice;
import java.util.List;
import java.util.function.Predicate;

/** Checks that callers are given policies that there are, by patterns that can be met. */
final class PolicyReferences {

    private final String registrationScope;
    private final Predicate<String> isPolicy;

    /** @param registrationScope what every caller has who may register */
    PolicyReferences(String registrationScope, Predicate<String> isPolicy) {
        this.registrationScope = registrationScope;
        this.isPolicy = isPolicy;
    }

    void check(String prefix, TokenSettings settings) {
        List<PolicyChoice> choices = settings.policies();
        for (int i = 0; i < choices.size(); i++) {
            PolicyChoice choice = choices.get(i);
            String entry = prefix + "policies[" + i + "]";
            checkPolicy(entry + ".policy", choice.policy());
            ClaimPatternsCheck.check(entry, choice.claims());
            require(
                    !isForEverybody(choice) || i == choices.size() - 1,
                    entry + " must have a scope beside the registration scope, or claims, unless it is the last: no"
                            + " entry after it is ever met");
        }
        settings.fallbackPolicy().ifPresent(policy -> checkPolicy(prefix + "fallback-policy", policy));
        require(
                settings.fallbackPolicy().isEmpty() || choices.stream().noneMatch(this::isForEverybody),
                prefix + "fallback-policy must go: the last entry of policies is for everybody");
    }

    /** A condition that names no policy beside others that do is the way around those, for a job that says less. */
    void checkConditions(String prefix, IssuerSettings issuer) {
        List<IssuerSettings.Condition> conditions = issuer.conditions();
        boolean allNameOne =
                conditions.stream().allMatch(condition -> condition.policy().isPresent());
        require(
                issuer.fallbackPolicy().isEmpty() || conditions.isEmpty() || !allNameOne,
                prefix + "fallback-policy must go: every condition names its policy, and it lets nobody else in");
        for (int i = 0; i < conditions.size(); i++) {
            String setting = prefix + "conditions[" + i + "].policy";
            conditions
                    .get(i)
                    .policy()
                    .or(() -> FallbackPolicy.of(issuer))
                    .ifPresentOrElse(
                            policy -> checkPolicy(setting, policy),
                            () -> require(
                                    false,
                                    setting + " must name a policy, as other conditions do; or " + prefix
                                            + "fallback-policy must, for those that do not"));
        }
    }

    private boolean isForEverybody(PolicyChoice choice) {
        return FallbackPolicy.isForEverybody(choice, registrationScope);
    }

    private void checkPolicy(String setting, String policy) {
        require(isPolicy.test(policy), setting + " must name a policy that is configured, not " + policy);
    }
}
