package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.capability.Capabilities;
import io.registrar.metadata.capability.CapabilitySource;
import io.registrar.metadata.key.JwkSetCheck;
import io.registrar.metadata.policy.Entitlement;
import io.registrar.metadata.policy.RegistrationPolicy;
import io.registrar.metadata.profile.Tightenings;
import io.registrar.metadata.rules.MetadataRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
     * @param entitlement what the caller's credential is good for
     * @throws InvalidClientMetadataException with all violations, the deciding one first
     * @throws io.registrar.metadata.capability.CapabilitiesUnavailableException when it is not known what the identity
     *     server can do
     */
    public ValidatedClient validate(MetadataRequest request, Entitlement entitlement) {
        Violations violations = new Violations();
        RegistrationTerms terms = terms(entitlement);
        refuseServerMembers(request, violations);
        Map<String, JsonNode> values = new SentValues(terms, violations).read(request);
        MetadataChoices.decide(values, terms, violations);
        Set<String> sent = request.members().keySet();
        EffectiveMetadata making = new EffectiveMetadata(terms, demandsOn(entitlement), sent);
        ClientMetadata effective = making.of(values);
        RuleContext context = new RuleContext(terms, sent, making::defaultOf, violations);
        rules.ask(effective, context);
        new RuleBook(entitlement.policy().demands().rules(), List.of()).ask(effective, context);
        violations.throwIfAny();
        return new ValidatedClient(EffectiveMetadata.kept(effective), entitlement);
    }

    /**
     * What a caller may register, as JSON (see {@link RegistrationPolicy#describe}).
     *
     * @throws io.registrar.metadata.capability.CapabilitiesUnavailableException when it is not known what the identity
     *     server can do
     */
    public ObjectNode describe(Entitlement entitlement) {
        return entitlement.policy().describe(terms(entitlement));
    }

    private RegistrationTerms terms(Entitlement entitlement) {
        return new RegistrationTerms(
                policy, outbound, reservedScopes, capabilities.current(), entitlement.tier(), demandsOn(entitlement));
    }

    private Tightenings demandsOn(Entitlement entitlement) {
        return demands.and(entitlement.policy().demands());
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
        RegistrationTerms terms = terms(client.entitlement());
        Map<String, JsonNode> members = new LinkedHashMap<>(client.metadata().members());
        members.remove(MetadataFields.JWKS_URI.name());
        members.put(MetadataFields.JWKS.name(), keys);
        keyRules.ask(
                ClientMetadata.of(members),
                new RuleContext(terms, members.keySet(), (field, metadata) -> Optional.empty(), violations));
        violations.throwIfAny();
    }

    /**
     * The names of the members on which the outcome of {@link #checkKeys} depends, {@code jwks_uri} among them: those
     * that its rules say they read.
     */
    public Set<String> readWithKeys() {
        return keyRules.reads().stream().map(MetadataField::name).collect(Collectors.toUnmodifiableSet());
    }

    private void refuseServerMembers(MetadataRequest request, Violations violations) {
        if (policy.rejectServerMembers()) {
            MetadataFields.issued().stream()
                    .filter(field -> request.serverMembers().contains(field.name()))
                    .forEach(violations::addServerMember);
        }
    }
}
