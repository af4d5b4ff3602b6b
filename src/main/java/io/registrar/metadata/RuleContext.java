package io.registrar.metadata;

import java.util.Set;

/** What a rule works with beside the metadata: the policies, and the collector of violations. */
public final class RuleContext {

    private final MetadataPolicy policy;
    private final Set<String> reservedScopes;
    private final Violations violations;

    RuleContext(MetadataPolicy policy, Set<String> reservedScopes, Violations violations) {
        this.policy = policy;
        this.reservedScopes = reservedScopes;
        this.violations = violations;
    }

    /** What this deployment admits. */
    public MetadataPolicy policy() {
        return policy;
    }

    /** The scopes of this service itself, which no client may have. */
    public Set<String> reservedScopes() {
        return reservedScopes;
    }

    /** The member is wrong. */
    public void refuse(MetadataField field, String why) {
        violations.add(field, field.stage(), "/" + field.name(), field.name() + ": " + why);
    }

    /** This element of the member is wrong. */
    public void refuse(MetadataField field, int element, String why) {
        String label = field.name() + "[" + element + "]: ";
        violations.add(field, field.stage(), "/" + field.name() + "/" + element, label + why);
    }

    /** Whether nothing is known to be wrong with this element. */
    public boolean sound(MetadataField field, int element) {
        return !violations.touchElement(field, element);
    }
}
