package io.registrar.metadata.policy;

import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of which a policy can list the values that it allows. */
public enum AllowedList {
    GRANT_TYPES(MetadataFields.GRANT_TYPES),
    RESPONSE_TYPES(MetadataFields.RESPONSE_TYPES),
    TOKEN_ENDPOINT_AUTH_METHODS(MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD),
    APPLICATION_TYPES(MetadataFields.APPLICATION_TYPE);

    private final MetadataField field;

    AllowedList(MetadataField field) {
        this.field = field;
    }

    /** The list's name in JSON. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The member whose values it lists. */
    MetadataField field() {
        return field;
    }

    /** All values of the reference. */
    List<String> known() {
        return field.value().known().orElseThrow();
    }

    static Optional<AllowedList> of(String wireName) {
        return Stream.of(values())
                .filter(list -> list.wireName().equals(wireName))
                .findFirst();
    }
}
