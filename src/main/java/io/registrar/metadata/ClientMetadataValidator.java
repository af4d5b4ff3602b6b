package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.CapabilitySource;
import io.registrar.metadata.profile.Tightenings;
import io.registrar.metadata.rules.MetadataRules;
import java.util.Map;
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
        EffectiveMetadata making = new EffectiveMetadata(terms, demands, sent);
        ClientMetadata effective = making.of(values);
        rules.ask(effective, new RuleContext(terms, sent, making::defaultOf, violations));
        violations.throwIfAny();
        return new ValidatedClient(EffectiveMetadata.kept(effective), tier);
    }

    private void refuseServerMembers(MetadataRequest request, Violations violations) {
        if (policy.rejectServerMembers()) {
            MetadataFields.issued().stream()
                    .filter(field -> request.serverMembers().contains(field.name()))
                    .forEach(violations::addServerMember);
        }
    }
}
