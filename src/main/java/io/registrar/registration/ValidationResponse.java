package io.registrar.registration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.http.JsonAnswer;
import io.registrar.metadata.ClientMetadata;
import io.registrar.metadata.MetadataRequest;
import io.registrar.store.ReaderWarnings;
import io.registrar.store.Warning;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/**
 * The answer to metadata that would be registered: the values that a registration would return, defaults included,
 * nothing that the service issues, and what the caller should know before.
 */
@ApplicationScoped
class ValidationResponse {

    private final ReaderWarnings readers;

    ValidationResponse(ReaderWarnings readers) {
        this.readers = readers;
    }

    /** @return a JSON document in UTF-8 */
    byte[] of(MetadataRequest request, ClientMetadata effective) {
        ObjectNode body = effective.toJson();
        ArrayNode warnings = body.putArray("warnings");
        Stream.concat(DroppedMembers.warnings(request, effective), readers.about(effective).stream())
                .forEach(warning -> add(warning, warnings.addObject()));
        return JsonAnswer.render(body);
    }

    private static void add(Warning warning, ObjectNode entry) {
        entry.put("member", warning.member()).put("pointer", warning.pointer());
        if (!warning.reader().isEmpty()) {
            entry.put("reader", warning.reader());
        }
        entry.put("message", warning.message());
    }
}
