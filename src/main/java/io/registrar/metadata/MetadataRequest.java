package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The known members of a request as they were sent, unchecked. {@code null} members are left out: they mean absent.
 *
 * @param members by name, known names only, language variants ({@code client_name#fr}) included
 * @param serverMembers names among those that only the server issues
 */
public record MetadataRequest(Map<String, JsonNode> members, Set<String> serverMembers) {

    /** Copies both. */
    public MetadataRequest {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        serverMembers = Collections.unmodifiableSet(new LinkedHashSet<>(serverMembers));
    }

    @Override
    public String toString() {
        return "MetadataRequest" + members.keySet();
    }
}
