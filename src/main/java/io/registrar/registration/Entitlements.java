package io.registrar.registration;

import io.registrar.access.Admission;
import io.registrar.access.NoPolicyException;
import io.registrar.metadata.policy.Entitlement;
import io.registrar.metadata.policy.RegistrationPolicies;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what the caller behind an admitted credential may register. */
@ApplicationScoped
class Entitlements {

    private final RegistrationPolicies policies;

    Entitlements(RegistrationPolicies policies) {
        this.policies = policies;
    }

    /**
     * What the caller may register, with the limits that its credential brings along.
     *
     * @throws NoPolicyException when no policy was chosen for the caller
     * @throws io.registrar.metadata.InvalidClientMetadataException when the caller's policy is not configured any more
     */
    Entitlement of(Admission admission) {
        String policy = admission.caller().policy().orElseThrow(NoPolicyException::new);
        return new Entitlement(admission.tier(), policies.named(policy, admission.limits()));
    }
}
