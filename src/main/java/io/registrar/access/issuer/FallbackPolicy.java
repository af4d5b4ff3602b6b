package io.registrar.access.issuer;

import io.registrar.access.IssuerSettings;
import io.registrar.access.TokenSettings;
import io.registrar.access.TokenSettings.PolicyChoice;
import io.registrar.metadata.policy.RegistrationPolicy;
import java.util.Optional;

/**
 * The registration policy of an issuer's callers for whom no entry is. Where there are entries it must be said: a caller
 * leaves out of its token what it likes, and would choose the policy of those who are bounded by nothing.
 */
final class FallbackPolicy {

    private FallbackPolicy() {}

    /** Its name; empty where such callers have none, and register nothing. */
    static Optional<String> of(TokenSettings issuer) {
        return issuer.fallbackPolicy()
                .or(() -> choosesPolicies(issuer) ? Optional.empty() : Optional.of(RegistrationPolicy.DEFAULT));
    }

    private static boolean choosesPolicies(TokenSettings issuer) {
        return !issuer.policies().isEmpty()
                || issuer instanceof IssuerSettings further
                        && further.conditions().stream()
                                .anyMatch(condition -> condition.policy().isPresent());
    }

    /**
     * Whether every caller who may register meets an entry.
     *
     * @param registrationScope what all of them have
     */
    static boolean isForEverybody(PolicyChoice entry, String registrationScope) {
        return entry.claims().isEmpty()
                && entry.scope().map(registrationScope::equals).orElse(true);
    }
}
