package io.registrar.metadata.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.profile.Tightenings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for fixed values that no client could be registered with, so that the policy would refuse everybody. */
final class FixedValuesCheck {

    private final Deployment deployment;
    private final MemberValues values;
    private final Tightenings demands;

    FixedValuesCheck(Deployment deployment, PolicyLimits limits) {
        this.deployment = deployment;
        this.values = new MemberValues(deployment);
        this.demands = Tightenings.of(deployment.policy().profile()).and(new LimitDemands("").of(withoutFixed(limits)));
    }

    private static PolicyLimits withoutFixed(PolicyLimits limits) {
        return new PolicyLimits(
                limits.allowed(),
                limits.scopes(),
                limits.defaultScopes(),
                limits.redirectHosts(),
                limits.uriHosts(),
                limits.maximum(),
                limits.required(),
                Map.of(),
                limits.profile(),
                limits.quota());
    }

    Optional<String> problem(MetadataField field, JsonNode value) {
        return values.problem(field, value).or(() -> problemOfSound(field, field.registered(value)));
    }

    private Optional<String> problemOfSound(MetadataField field, JsonNode value) {
        List<String> texts = MemberValues.texts(field, value);
        if (field == MetadataFields.SCOPE && texts.stream().anyMatch(deployment.reservedScopes()::contains)) {
            return Optional.of("must not hold the scopes of this service itself");
        }
        Optional<List<String>> supported = capability(field).flatMap(it -> it.configured(deployment.policy()));
        if (supported.filter(list -> !list.containsAll(texts)).isPresent()) {
            return Optional.of("is nothing that the identity server can do, as registrar.metadata says");
        }
        return MemberValues.isWithin(demands, field, value)
                ? Optional.empty()
                : Optional.of("is refused by the other settings of the policy, or by the profile in force");
    }

    private static Optional<Capability> capability(MetadataField field) {
        return field == MetadataFields.SCOPE ? Optional.of(Capability.SCOPES) : field.capability();
    }
}
