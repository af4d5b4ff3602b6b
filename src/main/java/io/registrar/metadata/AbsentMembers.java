package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.profile.Tightenings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts defaults where the client said nothing, and what the deployment forces whatever it said (reference B.1). */
final class AbsentMembers {

    private final RegistrationTerms terms;
    private final Tightenings demands;

    AbsentMembers(RegistrationTerms terms) {
        this.terms = terms;
        this.demands = Tightenings.of(terms.policy().profile());
    }

    /** What is in force, for the values that were sent or chosen. */
    ClientMetadata fill(Map<String, JsonNode> values) {
        Map<String, JsonNode> effective = new LinkedHashMap<>(values);
        ClientMetadata soFar = ClientMetadata.unordered(effective);
        for (MetadataField field : MetadataFields.all()) {
            if (!effective.containsKey(field.name()) && field.isOffered(terms.policy())) {
                absent(field, soFar).ifPresent(value -> effective.put(field.name(), value));
            }
        }
        for (MetadataField field : MetadataFields.all()) {
            forced(field, soFar).ifPresent(value -> effective.put(field.name(), value));
        }
        return ClientMetadata.of(effective);
    }

    private Optional<JsonNode> absent(MetadataField field, ClientMetadata soFar) {
        return demands.defaultOf(field, field.absent().formula().of(soFar, terms), terms);
    }

    private Optional<JsonNode> forced(MetadataField field, ClientMetadata soFar) {
        return field.forced().formula().of(soFar, terms).or(() -> demands.forced(field, soFar));
    }
}
