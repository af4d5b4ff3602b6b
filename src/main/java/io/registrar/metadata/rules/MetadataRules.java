package io.registrar.metadata.rules;

import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.MetadataRule;
import java.util.List;

/** The rules about how members go together (reference B and C), in the order in which they are asked. */
public final class MetadataRules {

    public static final List<MetadataRule> ALL = List.of(
            new RequiredGrantTypesRule(),
            new CapabilityRule(MetadataFields.GRANT_TYPES, MetadataPolicy::grantTypes),
            new CapabilityRule(MetadataFields.RESPONSE_TYPES, MetadataPolicy::responseTypes),
            new CapabilityRule(MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD, MetadataPolicy::tokenEndpointAuthMethods),
            new CapabilityRule(MetadataFields.SUBJECT_TYPE, MetadataPolicy::subjectTypes),
            new CapabilityRule(MetadataFields.ID_TOKEN_SIGNED_RESPONSE_ALG, MetadataPolicy::idTokenSigningAlgValues),
            new GrantCompanionRule(),
            new ResponseTypeConsistencyRule(),
            new FrontChannelRule(),
            new NativeFrontChannelRule(),
            new RedirectUriPresenceRule(),
            new RedirectHostRule(),
            new RedirectUriClassRule(),
            new KeySourceRule(),
            new OfferedMethodRule(),
            new PublicClientRule(),
            new NativeSecretRule(),
            new MethodKeysRule(),
            new RegistrableScopeRule(),
            new ScopeHolderRule(),
            new PairwiseSubjectRule(),
            new IdTokenAlgorithmRule());

    private MetadataRules() {}
}
