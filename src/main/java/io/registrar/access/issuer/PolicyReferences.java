package io.registrar.access.issuer;

import static io.registrar.access.issuer.AccessSettingsCheck.require;

import io.registrar.access.TokenSettings;
import io.registrar.access.TokenSettings.PolicyChoice;
import java.util.List;
import java.util.function.Predicate;

/** Checks that callers are given policies that there are, by patterns that can be met. */
final class PolicyReferences {

    private final Predicate<String> isPolicy;

    PolicyReferences(Predicate<String> isPolicy) {
        this.isPolicy = isPolicy;
    }

    void check(String prefix, TokenSettings settings) {
        List<PolicyChoice> choices = settings.policies();
        for (int i = 0; i < choices.size(); i++) {
            PolicyChoice choice = choices.get(i);
            String entry = prefix + "policies[" + i + "]";
            checkPolicy(entry, choice.policy());
            ClaimPatternsCheck.check(entry, choice.claims());
            require(
                    choice.scope().isPresent() || !choice.claims().isEmpty() || i == choices.size() - 1,
                    entry + " must have a scope or claims, unless it is the last: no entry after it is ever met");
        }
    }

    void checkPolicy(String entry, String policy) {
        require(isPolicy.test(policy), entry + ".policy must name a policy that is configured, not " + policy);
    }
}
