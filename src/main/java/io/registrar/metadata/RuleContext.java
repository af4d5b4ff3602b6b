package io.registrar.metadata;

import io.registrar.metadata.capability.Capabilities;
import java.util.Set;

/** What a rule works with beside the metadata: the terms of the registration, and the collector of violations. */
public final class RuleContext {

    private final RegistrationTerms terms;
    private final Set<String> sent;
    private final Violations violations;

    RuleContext(RegistrationTerms terms, Set<String> sent, Violations violations) {
        this.terms = terms;
        this.sent = sent;
        this.violations = violations;
    }

    /** The terms as a whole. */
    public RegistrationTerms terms() {
        return terms;
    }

    /** What this deployment admits. */
    public MetadataPolicy policy() {
        return terms.policy();
    }

    /** What the identity server can do. */
    public Capabilities capabilities() {
        return terms.capabilities();
    }

    /** The scopes of this service itself, which no client may have. */
    public Set<String> reservedScopes() {
        return terms.reservedScopes();
    }

    /** Whether the client said it itself, in any of its variants. */
    public boolean isSent(MetadataField field) {
        return sent.contains(field.name());
    }

    /** The member is wrong. */
    public void refuse(MetadataField field, String why) {
        violations.refuse(field, why);
    }

    /** The member is wrong in one language; {@code name} is its full name there. */
    public void refuse(MetadataField field, String name, String why) {
        violations.add(field, field.stage(), "/" + name, field.name() + ": " + why);
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
