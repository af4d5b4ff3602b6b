package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.CapabilitySource;
import io.registrar.metadata.key.JwkSetCheck;
import io.registrar.metadata.profile.Tightenings;
import io.registrar.metadata.rules.MetadataRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the metadata of a registration: each value by itself, then choices and defaults, then how members go together.
 * Refuses with every violation at once; repairs nothing (RFC 7591 §2.1 would allow it, but it hides mistakes).
 */
public final class ClientMetadataValidator {

    private final MetadataPolicy policy;
    private final OutboundPolicy outbound;
    private final Set<String> reservedScopes;
    private final CapabilitySource capabilities;
    private final Tightenings demands;
    private final RuleBook rules;
    private final RuleBook keyRules;

    /**
     * A validator for one deployment, whose identity server can do what the policy says.
     *
     * @param reservedScopes the scopes of this service itself: no client may register them
     */
    public ClientMetadataValidator(MetadataPolicy policy, OutboundPolicy outbound, Set<String> reservedScopes) {
        this(policy, outbound, reservedScopes, always(Capabilities.configured(policy)));
    }

    /**
     * A validator for one deployment.
     *
     * @param reservedScopes the scopes of this service itself: no client may register them
     * @param capabilities what the identity server can do, as known at each registration
     */
    public ClientMetadataValidator(
            MetadataPolicy policy, OutboundPolicy outbound, Set<String> reservedScopes, CapabilitySource capabilities) {
        this.policy = policy;
        this.outbound = outbound;
        this.reservedScopes = Set.copyOf(reservedScopes);
        this.capabilities = capabilities;
        this.demands = Tightenings.of(policy.profile());
        this.rules = new RuleBook(MetadataRules.ALL, demands.rules());
        this.keyRules = new RuleBook(aboutKeys(MetadataRules.ALL), aboutKeys(demands.rules()));
    }

    private static List<? extends MetadataRule> aboutKeys(List<? extends MetadataRule> rules) {
        return rules.stream()
                .filter(rule -> rule.reads().contains(MetadataFields.JWKS))
                .toList();
    }

    private static CapabilitySource always(Capabilities capabilities) {
        return () -> capabilities;
    }

    /**
     * The client as it will be registered.
     *
     * @param tier how far the caller is trusted
     * @throws InvalidClientMetadataException with all violations, the deciding one first
     * @throws io.registrar.metadata.capability.CapabilitiesUnavailableException when it is not known what the identity
     *     server can do
     */
    public ValidatedClient validate(MetadataRequest request, TrustTier tier) {
        Violations violations = new Violations();
        RegistrationTerms terms =
                new RegistrationTerms(policy, outbound, reservedScopes, capabilities.current(), tier, demands);
        refuseServerMembers(request, violations);
        Map<String, JsonNode> values = new SentValues(terms, violations).read(request);
        MetadataChoices.decide(values, terms, violations);
        Set<String> sent = request.members().keySet();
        EffectiveMetadata making = new EffectiveMetadata(terms, sent);
        ClientMetadata effective = making.of(values);
        rules.ask(effective, new RuleContext(terms, sent, making::defaultOf, violations));
        violations.throwIfAny();
        return new ValidatedClient(EffectiveMetadata.kept(effective), tier);
    }

    /**
     * Judges the document behind {@code jwks_uri} as if the client had sent it as {@code jwks}, but for its size
     * (reference F.6).
     *
     * @throws InvalidClientMetadataException with what is wrong with the keys
     */
    public void checkKeys(ValidatedClient client, JsonNode keys) {
        Violations violations = new Violations();
        JwkSetCheck.run(keys, Integer.MAX_VALUE, policy.limits().jwksKeys(), new JwkSetCheck.SetReport() {
            @Override
            public void refuse(String why) {
                violations.refuse(MetadataFields.JWKS, why);
            }

            @Override
            public void refuse(int key, String member, String why) {
                refuse("key " + key + " " + member + " " + why);
            }
        });
        violations.throwIfAny();
        RegistrationTerms terms =
                new RegistrationTerms(policy, outbound, reservedScopes, capabilities.current(), client.tier(), demands);
        Map<String, JsonNode> members = new LinkedHashMap<>(client.metadata().members());
        members.remove(MetadataFields.JWKS_URI.name());
        members.put(MetadataFields.JWKS.name(), keys);
        keyRules.ask(
                ClientMetadata.of(members),
                new RuleContext(terms, members.keySet(), (field, metadata) -> Optional.empty(), violations));
        violations.throwIfAny();
    }

    private void refuseServerMembers(MetadataRequest request, Violations violations) {
        if (policy.rejectServerMembers()) {
            MetadataFields.issued().stream()
                    .filter(field -> request.serverMembers().contains(field.name()))
                    .forEach(violations::addServerMember);
        }
    }
}
