package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.rules.MetadataRules;
import io.registrar.metadata.value.ValueCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Judges the metadata of a registration: each value by itself, then defaults, then how members go together. Refuses
 * with every violation at once; repairs nothing (RFC 7591 §2.1 would allow it, but it hides mistakes).
 */
public final class ClientMetadataValidator {

    private final MetadataPolicy policy;
    private final OutboundPolicy outbound;
    private final Set<String> reservedScopes;

    /**
     * A validator for one deployment.
     *
     * @param reservedScopes the scopes of this service itself: no client may register them
     */
    public ClientMetadataValidator(MetadataPolicy policy, OutboundPolicy outbound, Set<String> reservedScopes) {
        this.policy = policy;
        this.outbound = outbound;
        this.reservedScopes = Set.copyOf(reservedScopes);
    }

    /**
     * The client as it will be registered.
     *
     * @throws InvalidClientMetadataException with all violations, the deciding one first
     */
    public ValidatedClient validate(MetadataRequest request) {
        Violations violations = new Violations();
        if (policy.rejectServerMembers()) {
            MetadataFields.issued().stream()
                    .filter(field -> request.serverMembers().contains(field.name()))
                    .forEach(violations::addServerMember);
        }
        ClientMetadata effective = withDefaults(soundValues(request, violations));
        RuleContext context = new RuleContext(policy, reservedScopes, violations);
        for (MetadataRule rule : MetadataRules.ALL) {
            if (rule.reads().stream().noneMatch(field -> isUnknown(field, rule, request, violations))) {
                rule.check(effective.only(rule.reads()), context);
            }
        }
        violations.throwIfAny();
        return new ValidatedClient(applicable(effective));
    }

    private Map<String, JsonNode> soundValues(MetadataRequest request, Violations violations) {
        LanguageVariants variants = new LanguageVariants(policy.limits().variants(), violations);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        request.members().forEach((name, value) -> {
            MetadataField field = MetadataFields.of(name).orElseThrow();
            int hash = name.indexOf('#');
            boolean echoable = hash < 0 || LanguageVariants.isWellFormed(name.substring(hash + 1));
            if (hash >= 0) {
                variants.check(field, name.substring(hash + 1));
            }
            field.value().check(value, check(field, echoable ? name : field.name(), violations));
            values.put(name, violations.touch(field) ? value : registered(field, value));
        });
        return values;
    }

    private static JsonNode registered(MetadataField field, JsonNode value) {
        return StoredJson.asStored(field.value().canonical(value).deepCopy());
    }

    private ValueCheck check(MetadataField field, String name, Violations violations) {
        return new ValueCheck(
                field.name(),
                "/" + name,
                policy,
                outbound,
                (pointer, jsonType, message) ->
                        violations.add(field, jsonType ? Stage.TYPES : field.stage(), pointer, message));
    }

    private ClientMetadata withDefaults(Map<String, JsonNode> values) {
        Map<String, JsonNode> effective = new LinkedHashMap<>(values);
        ClientMetadata soFar = ClientMetadata.unordered(effective);
        for (MetadataField field : MetadataFields.all()) {
            if (!effective.containsKey(field.name())) {
                field.absent().formula().of(soFar, policy).ifPresent(value -> effective.put(field.name(), value));
            }
        }
        return ClientMetadata.of(effective);
    }

    // Wrong itself, or absent with a default computed from something wrong.
    private boolean isUnknown(MetadataField field, MetadataRule rule, MetadataRequest request, Violations violations) {
        boolean byElement = rule.readsByElement().contains(field);
        if (byElement ? violations.touchWhole(field) : violations.touch(field)) {
            return true;
        }
        return !request.members().containsKey(field.name())
                && field.absent().dependsOn().stream()
                        .map(name -> MetadataFields.of(name).orElseThrow())
                        .anyMatch(violations::touch);
    }

    private static ClientMetadata applicable(ClientMetadata effective) {
        Map<String, JsonNode> kept = new LinkedHashMap<>(effective.members());
        kept.keySet()
                .removeIf(name ->
                        !MetadataFields.of(name).orElseThrow().applicability().appliesTo(effective));
        return ClientMetadata.of(kept);
    }
}
