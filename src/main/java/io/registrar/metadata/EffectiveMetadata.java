package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.profile.Tightenings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Makes the registration that is judged out of what was sent and chosen: defaults in, what means nothing out. */
final class EffectiveMetadata {

    private final RegistrationTerms terms;
    private final Tightenings demands;
    private final Set<String> sent;

    EffectiveMetadata(RegistrationTerms terms, Tightenings demands, Set<String> sent) {
        this.terms = terms;
        this.demands = demands;
        this.sent = sent;
    }

    /** The whole registration, as rules see it. */
    ClientMetadata of(Map<String, JsonNode> values) {
        Map<String, JsonNode> effective = new LinkedHashMap<>(values);
        ClientMetadata soFar = ClientMetadata.unordered(effective);
        for (MetadataField field : MetadataFields.all()) {
            if (!effective.containsKey(field.name()) && field.isOffered(terms.policy())) {
                defaultOf(field, soFar).ifPresent(value -> effective.put(field.name(), value));
            }
        }
        for (MetadataField field : MetadataFields.all()) {
            field.forced().formula().of(soFar, terms).ifPresent(value -> effective.put(field.name(), value));
        }
        return without(effective, (name, field) -> isPassedOver(name, field, soFar));
    }

    /** What an absent member means for a client that is otherwise like this, empty for nothing. */
    Optional<JsonNode> defaultOf(MetadataField field, ClientMetadata metadata) {
        return demands.defaultOf(field, field.absent().formula().of(metadata, terms), terms);
    }

    // What the client did not say itself cannot be wrong, and a deployment may be lenient about the rest.
    private boolean isPassedOver(String name, MetadataField field, ClientMetadata metadata) {
        return sent.contains(name)
                ? !field.requirement().appliesTo(metadata)
                        && field.requirement().isLenient(terms.policy())
                : !field.applicability().appliesTo(metadata)
                        || field.companion()
                                .filter(companion -> !metadata.has(companion))
                                .isPresent();
    }

    /** What of a registration in which nothing is wrong is kept and returned. */
    static ClientMetadata kept(ClientMetadata effective) {
        return without(
                effective.members(), (name, field) -> !field.applicability().appliesTo(effective));
    }

    private static ClientMetadata without(Map<String, JsonNode> members, BiPredicate<String, MetadataField> out) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!out.test(name, MetadataFields.of(name).orElseThrow())) {
                left.put(name, value);
            }
        });
        return ClientMetadata.of(left);
    }
}
