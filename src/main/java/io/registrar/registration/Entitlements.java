package io.registrar.registration;

import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.access.Callers;
import io.registrar.metadata.policy.Entitlement;
import io.registrar.metadata.policy.RegistrationPolicies;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what the caller behind an admitted credential may register. */
@ApplicationScoped
class Entitlements {

    private final Callers callers;
    private final RegistrationPolicies policies;

    Entitlements(Callers callers, RegistrationPolicies policies) {
        this.callers = callers;
        this.policies = policies;
    }

    /**
     * @throws io.registrar.metadata.InvalidClientMetadataException when the caller's policy is not configured any more
     */
    Entitlement of(SecurityIdentity identity) {
        return new Entitlement(callers.tierOf(identity), policies.named(callers.policyOf(identity)));
    }
}
