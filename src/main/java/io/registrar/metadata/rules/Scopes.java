package io.registrar.metadata.rules;

import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataFields;
import java.util.List;

/** The scopes a client registers, one by one. */
final class Scopes {

    private Scopes() {}

    static List<String> of(ClientMetadata metadata) {
        return metadata.text(MetadataFields.SCOPE)
                .map(scope -> List.of(scope.split(" ")))
                .orElse(List.of());
    }
}
