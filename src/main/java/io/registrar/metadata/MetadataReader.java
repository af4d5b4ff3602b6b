package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the body of a registration or of an update: strict JSON, known members only. Unknown members are ignored
 * (RFC 7591 §2), but bounded like all others.
 */
public final class MetadataReader {

    private final MetadataPolicy policy;
    private final StrictJson json;

    public MetadataReader(MetadataPolicy policy) {
        this.policy = policy;
        this.json = new StrictJson(policy.limits());
    }

    /**
     * The members as sent.
     *
     * @throws InvalidClientMetadataException if the body is no acceptable JSON object
     */
    public MetadataRequest read(byte[] body) {
        ObjectNode document = json.read(body);
        Set<String> serverMembers = new LinkedHashSet<>();
        document.properties().forEach(member -> {
            if (!member.getValue().isNull()
                    && MetadataFields.issued(member.getKey()).isPresent()) {
                serverMembers.add(member.getKey());
            }
        });
        return new MetadataRequest(metadata(document, value -> !value.isNull()), serverMembers);
    }

    /**
     * The members of a replacement as sent. RFC 7592 §2.2 takes omitted, null and empty alike, so an empty text is
     * absent here, too.
     *
     * @param clientId the client that is replaced: the body may name it, and no other
     * @throws InvalidClientMetadataException if the body is no acceptable JSON object, or holds what an update must not
     */
    public MetadataUpdate readUpdate(byte[] body, String clientId) {
        ObjectNode document = json.read(body);
        Optional<String> clientSecret = UpdateMembers.check(document, clientId, policy);
        Map<String, JsonNode> members = metadata(document, value -> !value.isNull() && !isEmptyText(value));
        // None that the server issues: those left in an update are its to repeat, whatever a registration may.
        return new MetadataUpdate(new MetadataRequest(members, Set.of()), clientSecret);
    }

    private static boolean isEmptyText(JsonNode value) {
        return value.isTextual() && value.textValue().isEmpty();
    }

    private Map<String, JsonNode> metadata(ObjectNode document, Predicate<JsonNode> isThere) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        document.properties().forEach(member -> {
            if (isThere.test(member.getValue())
                    && MetadataFields.of(member.getKey())
                            .filter(field -> field.isOffered(policy))
                            .isPresent()) {
                members.put(member.getKey(), member.getValue());
            }
        });
        return members;
    }
}
