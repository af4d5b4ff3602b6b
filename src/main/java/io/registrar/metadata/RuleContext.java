package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.capability.Capabilities;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a rule works with beside the metadata: the terms of the registration, and the collector of violations. */
public final class RuleContext {

    private final RegistrationTerms terms;
    private final Set<String> sent;
    private final DefaultValues defaults;
    private final Violations violations;

    RuleContext(RegistrationTerms terms, Set<String> sent, DefaultValues defaults, Violations violations) {
        this.terms = terms;
        this.sent = sent;
        this.defaults = defaults;
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

    /** Whether the client said it itself. */
    public boolean isSent(MetadataField field) {
        return sent.contains(field.name());
    }

    /** Whether the client said it itself, or listed values to choose it from. */
    public boolean isSaid(MetadataField field) {
        return isSent(field) || field.choices().filter(sent::contains).isPresent();
    }

    /** What the member would be for such a client if it were absent, empty for nothing. */
    public Optional<JsonNode> defaultOf(MetadataField field, ClientMetadata metadata) {
        return defaults.of(field, metadata);
    }

    /** Whether something is known to be wrong with one of them, or with what their defaults are computed from. */
    boolean areInDoubt(Set<MetadataField> fields, Set<MetadataField> byElement) {
        return !violations.areNone()
                && fields.stream().anyMatch(field -> isWrong(field, byElement.contains(field)) || isGuessed(field));
    }

    private boolean isWrong(MetadataField field, boolean byElement) {
        return byElement ? violations.touchWhole(field) : violations.touch(field);
    }

    private boolean isGuessed(MetadataField field) {
        return !isSent(field)
                && (field.absent().reads().stream().anyMatch(violations::touch)
                        || field.choices()
                                .flatMap(MetadataFields::of)
                                .filter(violations::touch)
                                .isPresent());
    }

    /** The member is wrong, or what the server chose for it from the client's list. */
    public void refuse(MetadataField field, String why) {
        Optional<String> list = field.choices().filter(name -> !isSent(field) && sent.contains(name));
        violations.add(field, field.stage(), "/" + list.orElse(field.name()), field.name() + ": " + why);
    }

    /** The member is wrong in one language; {@code name} is its full name there. */
    public void refuse(MetadataField field, String name, String why) {
        violations.add(field, field.stage(), "/" + name, field.name() + ": " + why);
    }

    private void refuse(MetadataField field, int element, String why) {
        String label = field.name() + "[" + element + "]: ";
        violations.add(field, field.stage(), "/" + field.name() + "/" + element, label + why);
    }

    private void refuseText(MetadataField field, String name, String why) {
        if (name.equals(field.name())) {
            refuse(field, why);
        } else {
            refuse(field, name, why);
        }
    }

    /** Judges a text in all its languages, or each element of an array of texts, of which nothing wrong is known yet. */
    public void judge(ClientMetadata metadata, MetadataField field, Function<String, Optional<String>> problem) {
        metadata.inAllLanguages(field).forEach((name, text) -> {
            if (!violations.touchAt("/" + name)) {
                problem.apply(text).ifPresent(why -> refuseText(field, name, why));
            }
        });
        List<String> elements = metadata.texts(field);
        for (int i = 0; i < elements.size(); i++) {
            int place = i;
            if (!violations.touchAt("/" + field.name() + "/" + i)) {
                problem.apply(elements.get(i)).ifPresent(why -> refuse(field, place, why));
            }
        }
    }
}
