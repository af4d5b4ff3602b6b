package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an update may say of the members that only the server issues (RFC 7592 §2.2; reference D.3). */
final class UpdateMembers {

    static final String CLIENT_ID = "client_id";
    static final String CLIENT_SECRET = "client_secret";

    private UpdateMembers() {}

    /**
     * The secret that the update names, to be compared with the client's.
     *
     * @throws InvalidClientMetadataException with all violations, in the order of the table
     */
    static Optional<String> check(ObjectNode document, String clientId, MetadataPolicy policy) {
        List<Violation> violations = new ArrayList<>();
        for (MetadataField field : MetadataFields.issued()) {
            JsonNode value = document.path(field.name());
            if (!value.isMissingNode()
                    || policy.requireClientIdInUpdate() && field.name().equals(CLIENT_ID)) {
                problem(field.name(), value, clientId)
                        .ifPresent(problem -> violations.add(violation(field.name(), problem)));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidClientMetadataException(violations);
        }
        return Optional.ofNullable(document.get(CLIENT_SECRET)).map(JsonNode::textValue);
    }

    static Violation violation(String member, String problem) {
        return new Violation(member, "/" + member, ErrorCode.INVALID_REQUEST, member + ": " + problem);
    }

    private static Optional<String> problem(String member, JsonNode value, String clientId) {
        return switch (member) {
            case CLIENT_ID ->
                problemUnless(
                        value.isTextual() && value.textValue().equals(clientId),
                        "must be that of the client that is updated");
            case CLIENT_SECRET -> problemUnless(value.isTextual(), "must be the current secret, or left out");
            default -> Optional.of("only the server issues this member; leave it out of an update");
        };
    }

    private static Optional<String> problemUnless(boolean holds, String problem) {
        return holds ? Optional.empty() : Optional.of(problem);
    }
}
