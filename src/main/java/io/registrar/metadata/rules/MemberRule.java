package io.registrar.metadata.rules;

import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataRule;
import java.util.Optional;

/** A rule that the declaration of one member brings along; without the member there is nothing to ask. */
interface MemberRule extends MetadataRule {

    /** The member. */
    MetadataField field();

    @Override
    default Optional<MetadataField> about() {
        return Optional.of(field());
    }
}
