package io.registrar.registration;

import io.registrar.metadata.ErrorCode;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.Violation;
import java.util.List;

/**
 * A document that cannot be taken, and what the caller is told.
 *
 * @param isSecret whether nothing more may be read out of the answer, nor out of its time
 */
record UnfitReference(Violation violation, boolean isSecret) {

    private static final int MOST_NAMED = 10;

    /** One answer for everything, or the service could be used to find out what is behind addresses (reference F.1). */
    static UnfitReference unverified(MetadataField field) {
        return new UnfitReference(violation(field, "could not be verified"), true);
    }

    /**
     * A public document that lacks something.
     *
     * @param unlisted what it should list, by where it stands in the metadata: an answer never repeats what a client sent
     */
    static UnfitReference incomplete(MetadataField field, List<String> unlisted) {
        String mend = "the document there does not list " + named(unlisted)
                + "; add it there, letter by letter, or leave it out here";
        return new UnfitReference(violation(field, mend), false);
    }

    // All of them would not always fit into an answer.
    private static String named(List<String> places) {
        return places.size() <= MOST_NAMED
                ? String.join(", ", places)
                : String.join(", ", places.subList(0, MOST_NAMED)) + " and " + (places.size() - MOST_NAMED) + " more";
    }

    private static Violation violation(MetadataField field, String why) {
        return new Violation(
                field.name(), "/" + field.name(), ErrorCode.INVALID_CLIENT_METADATA, field.name() + ": " + why);
    }
}
