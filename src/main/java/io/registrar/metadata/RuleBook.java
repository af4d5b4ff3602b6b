package io.registrar.metadata;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Every member that one of them reads. */
    Set<MetadataField> reads() {
        return entries.stream().flatMap(entry -> entry.reads.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Asks every rule whose members are known; a rule that comes later sees what earlier ones found. */
    void ask(ClientMetadata effective, RuleContext context) {
        for (Entry entry : entries) {
            boolean mute = entry.about.isPresent() && !effective.has(entry.about.get());
            if (!mute && !context.areInDoubt(entry.reads, entry.byElement)) {
                entry.rule.check(effective.only(entry.reads), context);
            }
        }
    }
}
