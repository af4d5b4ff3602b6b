package io.registrar.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects violations and puts them in the order of the reference: stage, table, element. */
final class Violations {

    private record Entry(Stage stage, int place, MetadataField field, Violation violation) {

        private static final Pattern ELEMENT = Pattern.compile("/[^/]++/(\\d{1,9}+)(?:/.*+)?+");

        /** The element of an array that is at fault; -1 for the member as a whole. */
        int element() {
            Matcher pointer = ELEMENT.matcher(violation.pointer());
            return pointer.matches() ? Integer.parseInt(pointer.group(1)) : -1;
        }
    }

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::stage).thenComparingInt(Entry::place).thenComparingInt(Entry::element);

    private final List<Entry> entries = new ArrayList<>();
    private final List<Violation> ofServerMembers = new ArrayList<>();

    void add(MetadataField field, Stage stage, String pointer, String message) {
        Violation violation = new Violation(field.name(), pointer, field.error(), message);
        entries.add(new Entry(stage, MetadataFields.place(field), field, violation));
    }

    /** The member as a whole is wrong. */
    void refuse(MetadataField field, String why) {
        add(field, field.stage(), "/" + field.name(), field.name() + ": " + why);
    }

    /** A member that is not in the table of what clients send; it comes last. */
    void addServerMember(MetadataField field) {
        ofServerMembers.add(new Violation(
                field.name(),
                "/" + field.name(),
                ErrorCode.INVALID_CLIENT_METADATA,
                field.name() + ": only the server issues this member; leave it out"));
    }

    boolean areNone() {
        return entries.isEmpty();
    }

    boolean touch(MetadataField field) {
        return entries.stream().anyMatch(entry -> entry.field == field);
    }

    /** Whether the member as a whole is wrong, or has an element of the wrong type. */
    boolean touchWhole(MetadataField field) {
        String whole = "/" + field.name();
        return entries.stream()
                .anyMatch(entry -> entry.field == field
                        && (entry.stage == Stage.TYPES
                                || entry.violation.pointer().equals(whole)));
    }

    /** Whether an element of an array, or a text in one language, is wrong. */
    boolean touchAt(String pointer) {
        return entries.stream().anyMatch(entry -> entry.violation.pointer().equals(pointer));
    }

    void throwIfAny() {
        List<Violation> ordered = new ArrayList<>(
                entries.stream().sorted(ORDER).map(Entry::violation).toList());
        ordered.addAll(ofServerMembers);
        if (!ordered.isEmpty()) {
            throw new InvalidClientMetadataException(ordered);
        }
    }
}
