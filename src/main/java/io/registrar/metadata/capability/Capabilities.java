package io.registrar.metadata.capability;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.value.ResponseTypeRule;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What the identity server can do: the capability set that bounds what clients may register (reference 0). Immutable.
 */
public final class Capabilities {

    private final Map<Capability, List<String>> bounds;
    private final Set<Feature> features;

    private Capabilities(Map<Capability, List<String>> bounds, Set<Feature> features) {
        this.bounds = bounds;
        this.features = features;
    }

    /** What the configuration says. */
    public static Capabilities configured(CapabilitySettings settings) {
        Map<Capability, List<String>> bounds = new EnumMap<>(Capability.class);
        for (Capability capability : Capability.values()) {
            capability.configured(settings).ifPresent(values -> bounds.put(capability, registered(capability, values)));
        }
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Feature feature : Feature.values()) {
            if (feature.configured(settings)) {
                features.add(feature);
            }
        }
        return new Capabilities(bounds, features);
    }

    /**
     * What both these capabilities and a discovery document say. The order is this one's, so that an operator can still
     * say what is usual.
     *
     * @param document provider metadata (OpenID Connect Discovery §3, RFC 8414 §2), a JSON object
     */
    public Capabilities narrowedTo(JsonNode document) {
        Map<Capability, List<String>> narrowed = new EnumMap<>(bounds);
        for (Capability capability : Capability.values()) {
            if (capability != Capability.SCOPES) {
                published(capability, document)
                        .ifPresent(theirs ->
                                narrowed.merge(capability, theirs, (ours, values) -> shared(capability, ours, values)));
            }
        }
        Set<Feature> both = EnumSet.noneOf(Feature.class);
        for (Feature feature : Feature.values()) {
            boolean agreed = features.contains(feature) && publishes(feature, document);
            boolean demanded = feature == Feature.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS
                    && (features.contains(feature) || publishes(feature, document));
            if (agreed || demanded) {
                both.add(feature);
            }
        }
        return new Capabilities(narrowed, both);
    }

    /** The kinds that it can do, its usual one first; empty for any. */
    public Optional<List<String>> of(Capability capability) {
        return Optional.ofNullable(bounds.get(capability));
    }

    /** Whether it can do this. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Whether it can do this kind. */
    public boolean supports(Capability capability, String value) {
        return of(capability).map(values -> values.contains(value)).orElse(true);
    }

    private static List<String> shared(Capability capability, List<String> ours, List<String> theirs) {
        return ours.stream()
                .filter(value -> theirs.contains(value) || capability.isUnlisted(value))
                .toList();
    }

    private static Optional<List<String>> published(Capability capability, JsonNode document) {
        JsonNode list = document.path(capability.documentName());
        return list.isArray()
                ? Optional.of(registered(
                        capability,
                        StreamSupport.stream(list.spliterator(), false)
                                .filter(JsonNode::isTextual)
                                .map(JsonNode::textValue)
                                .toList()))
                : capability.unsaid();
    }

    // The words of a response type stand in any order; here in the one in which they are registered.
    private static List<String> registered(Capability capability, List<String> values) {
        return capability == Capability.RESPONSE_TYPES
                ? values.stream()
                        .map(value -> ResponseTypeRule.registered(value).orElse(value))
                        .toList()
                : List.copyOf(values);
    }

    private static boolean publishes(Feature feature, JsonNode document) {
        JsonNode value = document.path(feature.documentName());
        if (value.isMissingNode() || value.isNull()) {
            return feature.unsaid();
        }
        return value.isBoolean()
                ? value.booleanValue()
                : (value.isArray() || (value.isTextual() && feature.isEndpoint())) && !isEmpty(value);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isArray() ? value.isEmpty() : value.textValue().isEmpty();
    }
}
