package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.FetchedJson;
import io.registrar.metadata.Follower;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a registration policy, or a narrowing of one, lets a client be. What is not said is not bounded. Immutable; made
 * by {@link RegistrationPolicies}, which checks it, or read back from a store with {@link #ofStored}.
 *
 * <p>As JSON an object of {@code grant_types}, {@code response_types}, {@code token_endpoint_auth_methods}, {@code
 * application_types}, {@code scopes}, {@code default_scopes}, {@code redirect_hosts}, {@code uri_hosts} and {@code
 * required} (arrays of strings), {@code maximum} and {@code fixed} (objects by metadata member), {@code profile} (its name in settings) and
 * {@code quota}.
 *
 * @param allowed the values that members may have
 * @param scopes the scopes that a client may have
 * @param defaultScopes the scopes of a client that names none
 * @param redirectHosts where users may be sent and scripts may come from, as {@link
 *     io.registrar.metadata.uri.UriTarget} reads it
 * @param uriHosts where all other URIs may lead, in the same form
 * @param maximum the largest numbers that members may have, in their own unit
 * @param required the members that a client must send
 * @param fixed the members that have one value
 * @param profile rules that a client obeys beside those of the deployment
 * @param quota the most clients that one caller may have at a time
 */
public record PolicyLimits(
        Map<AllowedList, List<String>> allowed,
        Optional<List<String>> scopes,
        Optional<List<String>> defaultScopes,
        Optional<List<String>> redirectHosts,
        Optional<List<String>> uriHosts,
        Map<MetadataField, Long> maximum,
        Set<MetadataField> required,
        Map<MetadataField, JsonNode> fixed,
        Optional<Profile> profile,
        Optional<Integer> quota) {

    /** No bound at all. */
    static final PolicyLimits NONE = new PolicyLimits(
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Set.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty());

    public PolicyLimits {
        Map<AllowedList, List<String>> lists = new EnumMap<>(AllowedList.class);
        lists.putAll(allowed);
        allowed = Collections.unmodifiableMap(lists);
        maximum = Collections.unmodifiableMap(new LinkedHashMap<>(maximum));
        required = Collections.unmodifiableSet(new LinkedHashSet<>(required));
        fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
    }

    /** The hosts to which URIs may lead that are followed by such; empty for any. */
    Optional<List<String>> hosts(Follower follower) {
        return switch (follower) {
            case BROWSER -> redirectHosts;
            case OTHERS -> uriHosts;
            case NOBODY -> Optional.empty();
        };
    }

    /** A fresh JSON object. */
    public ObjectNode toJson() {
        return LimitsWriter.write(this);
    }

    /**
     * What {@link #toJson} wrote, and a store kept; judged for its form only, so that it goes on binding where the
     * deployment has changed.
     *
     * @throws IllegalArgumentException when it is something else: nothing is unbounded because it could not be read
     */
    public static PolicyLimits ofStored(String json) {
        List<LimitProblem> problems = new ArrayList<>();
        PolicyLimits limits = new LimitsReader(problems).read(FetchedJson.read(json.getBytes(StandardCharsets.UTF_8)));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("stored limits cannot be read: " + problems);
        }
        return limits;
    }
}
