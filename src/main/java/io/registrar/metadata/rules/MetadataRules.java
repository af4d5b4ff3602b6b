package io.registrar.metadata.rules;

import io.registrar.metadata.Applicability;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.TrustTier;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules about how members go together (reference B and C), in the order in which they are asked: first those that
 * follow from the members' declarations, then those that are more than one declaration can say.
 */
public final class MetadataRules {

    public static final List<MetadataRule> ALL =
            Stream.concat(declared(), together()).toList();

    private MetadataRules() {}

    private static Stream<MetadataRule> declared() {
        return Stream.of(
                        each(field -> field.requirement() != Applicability.ALWAYS, RequirementRule::new),
                        each(field -> field.capability().isPresent(), CapabilityRule::new),
                        each(field -> field.feature().isPresent(), FeatureRule::new),
                        each(field -> field.companion().isPresent(), CompanionRule::new),
                        each(field -> field.displayOnly(), PageSiteRule::new),
                        each(field -> field.keyNeeded().isPresent(), NeededKeyRule::new),
                        each(field -> field.tier() != TrustTier.ANONYMOUS, TrustTierRule::new))
                .flatMap(Function.identity());
    }

    private static Stream<MetadataRule> each(
            Predicate<MetadataField> declared, Function<MetadataField, MetadataRule> rule) {
        return MetadataFields.all().stream().filter(declared).map(rule);
    }

    private static Stream<MetadataRule> together() {
        return Stream.of(
                new RequiredGrantTypesRule(),
                new GrantCompanionRule(),
                new ResponseTypeConsistencyRule(),
                new FrontChannelRule(),
                new NativeFrontChannelRule(),
                new RedirectUriPresenceRule(),
                new RedirectHostRule(MetadataFields.REDIRECT_URIS),
                new RedirectUriClassRule(MetadataFields.REDIRECT_URIS),
                new KeySourceRule(),
                new OfferedMethodRule(),
                new PublicClientRule(),
                new PublicPushRule(),
                new NativeSecretRule(),
                new MethodKeysRule(),
                new CertificateSubjectCountRule(),
                new RegistrableScopeRule(),
                new ScopeHolderRule(),
                new PairwiseSubjectRule(),
                new UnsignedResponseRule(MetadataFields.ID_TOKEN_SIGNED_RESPONSE_ALG),
                new UnsignedResponseRule(MetadataFields.USERINFO_SIGNED_RESPONSE_ALG),
                new AllowedIdTokenAlgorithmRule(),
                new RedirectHostRule(MetadataFields.POST_LOGOUT_REDIRECT_URIS),
                new RedirectUriClassRule(MetadataFields.POST_LOGOUT_REDIRECT_URIS),
                new LogoutHttpRule(MetadataFields.POST_LOGOUT_REDIRECT_URIS),
                new LogoutHttpRule(MetadataFields.FRONTCHANNEL_LOGOUT_URI),
                new LogoutHttpRule(MetadataFields.BACKCHANNEL_LOGOUT_URI),
                new LogoutSiteRule(),
                new FrontChannelLogoutRule(),
                new TokenBindingRule(),
                new PushedRequestRule(),
                new CibaRule(),
                new RedirectHostRule(MetadataFields.CLAIMS_REDIRECT_URIS),
                new RedirectUriClassRule(MetadataFields.CLAIMS_REDIRECT_URIS),
                new UnboundedRefreshTokenRule(),
                new RefreshTokenLifetimeRule(),
                new PublicRefreshTokenRule(),
                new ClientSecretFlagRule(),
                new ClientLifetimeRule());
    }
}
