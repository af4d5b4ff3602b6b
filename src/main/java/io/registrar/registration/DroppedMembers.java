package io.registrar.registration;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.MetadataRequest;
import io.registrar.store.Warning;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Members that a client asked for and does not get: a registration passes over them in silence (metadata reference,
 * A.12 note 4), so its rehearsal says so.
 */
final class DroppedMembers {

    private DroppedMembers() {}

    /** A warning for each, language variants by themselves. Lists to choose from are never kept, so none is for them. */
    static Stream<Warning> warnings(MetadataRequest request, ClientMetadata registered) {
        Set<String> names = new TreeSet<>(request.members().keySet());
        registered.toJson().fieldNames().forEachRemaining(names::remove);
        return MetadataFields.all().stream().flatMap(field -> names.stream()
                .filter(name -> name.equals(field.name()) || name.startsWith(field.name() + "#"))
                .map(name -> warning(field, name, registered)));
    }

    private static Warning warning(MetadataField field, String name, ClientMetadata registered) {
        return new Warning(field.name(), "/" + name, "", field.name() + ": " + reason(field, registered));
    }

    private static String reason(MetadataField field, ClientMetadata registered) {
        return field.applicability().appliesTo(registered)
                ? "the value is not admitted and is not registered"
                : "means nothing for this client and is not registered; it needs "
                        + field.applicability().condition();
    }
}
