package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads the body of a registration request: strict JSON, known members only. Unknown members are ignored (RFC 7591 §2),
 * but bounded like all others.
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
        Map<String, JsonNode> members = new LinkedHashMap<>();
        Set<String> serverMembers = new LinkedHashSet<>();
        json.read(body).properties().forEach(member -> {
            if (member.getValue().isNull()) {
                return;
            }
            if (MetadataFields.issued(member.getKey()).isPresent()) {
                serverMembers.add(member.getKey());
            } else if (MetadataFields.of(member.getKey())
                    .filter(field -> field.isOffered(policy))
                    .isPresent()) {
                members.put(member.getKey(), member.getValue());
            }
        });
        return new MetadataRequest(members, serverMembers);
    }
}
