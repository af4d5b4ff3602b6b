package io.registrar.metadata;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of a deployment, in their order. What they read is looked up once, not at every registration. */
final class RuleBook {

    private record Entry(
            MetadataRule rule, Set<MetadataField> reads, Set<MetadataField> byElement, Optional<MetadataField> about) {

        static Entry of(MetadataRule rule) {
            return new Entry(rule, rule.reads(), rule.readsByElement(), rule.about());
        }
    }

    private final List<Entry> entries;

    RuleBook(List<? extends MetadataRule> first, List<? extends MetadataRule> then) {
        this.entries =
                Stream.concat(first.stream(), then.stream()).map(Entry::of).toList();
    }

    /** Asks every rule whose members are known; a rule that comes later sees what earlier ones found. */
    void ask(ClientMetadata effective, MetadataRequest request, RegistrationTerms terms, Violations violations) {
        RuleContext context = new RuleContext(terms, request.members().keySet(), violations);
        for (Entry entry : entries) {
            boolean mute = entry.about.isPresent() && !effective.has(entry.about.get());
            if (!mute && areKnown(entry, request, violations)) {
                entry.rule.check(effective.only(entry.reads), context);
            }
        }
    }

    private static boolean areKnown(Entry entry, MetadataRequest request, Violations violations) {
        if (violations.areNone()) {
            return true;
        }
        for (MetadataField field : entry.reads) {
            boolean wrong = entry.byElement.contains(field) ? violations.touchWhole(field) : violations.touch(field);
            if (wrong || isComputedFromSomethingWrong(field, request, violations)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isComputedFromSomethingWrong(
            MetadataField field, MetadataRequest request, Violations violations) {
        return !request.members().containsKey(field.name())
                && field.absent().dependsOn().stream()
                        .map(name -> MetadataFields.of(name).orElseThrow())
                        .anyMatch(violations::touch);
    }
}
