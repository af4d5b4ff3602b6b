package io.registrar.metadata.rules;

import io.registrar.metadata.Applicability;
import io.registrar.metadata.Follower;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.metadata.MetadataRule;
import io.registrar.metadata.Stage;
import io.registrar.metadata.TrustTier;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules about how members go together (reference B and C), in the order in which they are asked: stage by stage,
 * first those that follow from the members' declarations, then those that are more than one declaration can say. So a
 * rule about later members is not asked about what is wrong already.
 */
public final class MetadataRules {

    public static final List<MetadataRule> ALL = Stream.of(
                    grants(), declared(Stage.REDIRECT_URIS), redirects(), authentication(), remaining())
            .flatMap(Function.identity())
            .toList();

    private MetadataRules() {}

    private static Stream<MetadataRule> grants() {
        return Stream.of(
                        Stream.of(new RequiredGrantTypesRule()),
                        declared(Stage.GRANTS_AND_RESPONSES),
                        Stream.of(
                                new TrustedGrantRule(),
                                new GrantCompanionRule(),
                                new ResponseTypeConsistencyRule(),
                                new FrontChannelRule(),
                                new NativeFrontChannelRule()))
                .flatMap(Function.identity());
    }

    private static Stream<MetadataRule> redirects() {
        return Stream.of(new RedirectUriPresenceRule(), new RedirectUriClassRule(MetadataFields.REDIRECT_URIS));
    }

    private static Stream<MetadataRule> authentication() {
        return Stream.concat(
                declared(Stage.AUTHENTICATION),
                Stream.of(
                        new KeySourceRule(),
                        new PublicClientRule(),
                        new PublicPushRule(),
                        new NativeSecretRule(),
                        new MethodKeysRule(),
                        new CertificateSubjectCountRule()));
    }

    private static Stream<MetadataRule> remaining() {
        return Stream.concat(declared(Stage.REMAINING), together());
    }

    /** What the declarations of the members of this stage say. */
    private static Stream<MetadataRule> declared(Stage stage) {
        List<MetadataField> fields = MetadataFields.all().stream()
                .filter(field -> field.stage() == stage)
                .toList();
        return Stream.of(
                        each(fields, field -> field.requirement() != Applicability.ALWAYS, RequirementRule::new),
                        each(fields, field -> field.capability().isPresent(), CapabilityRule::new),
                        each(fields, field -> field.feature().isPresent(), FeatureRule::new),
                        each(fields, field -> field.companion().isPresent(), CompanionRule::new),
                        each(fields, MetadataRules::isForTheBrowser, RedirectHostRule::new),
                        each(fields, field -> field.displayOnly(), PageSiteRule::new),
                        each(fields, field -> field.keyNeeded().isPresent(), NeededKeyRule::new),
                        each(fields, field -> field.tier() != TrustTier.ANONYMOUS, TrustTierRule::new))
                .flatMap(Function.identity());
    }

    private static boolean isForTheBrowser(MetadataField field) {
        return field.followedBy().filter(Follower.BROWSER::equals).isPresent();
    }

    private static Stream<MetadataRule> each(
            List<MetadataField> fields, Predicate<MetadataField> declared, Function<MetadataField, MetadataRule> rule) {
        return fields.stream().filter(declared).map(rule);
    }

    private static Stream<MetadataRule> together() {
        return Stream.of(
                new RegistrableScopeRule(),
                new ScopeHolderRule(),
                new PairwiseSubjectRule(),
                new UnsignedResponseRule(MetadataFields.ID_TOKEN_SIGNED_RESPONSE_ALG),
                new UnsignedResponseRule(MetadataFields.USERINFO_SIGNED_RESPONSE_ALG),
                new AllowedIdTokenAlgorithmRule(),
                new RedirectUriClassRule(MetadataFields.POST_LOGOUT_REDIRECT_URIS),
                new LogoutHttpRule(MetadataFields.POST_LOGOUT_REDIRECT_URIS),
                new LogoutHttpRule(MetadataFields.FRONTCHANNEL_LOGOUT_URI),
                new LogoutHttpRule(MetadataFields.BACKCHANNEL_LOGOUT_URI),
                new LogoutSiteRule(),
                new FrontChannelLogoutRule(),
                new TokenBindingRule(),
                new PushedRequestRule(),
                new CibaRule(),
                new RedirectUriClassRule(MetadataFields.CLAIMS_REDIRECT_URIS),
                new UnboundedRefreshTokenRule(),
                new RefreshTokenLifetimeRule(),
                new PublicRefreshTokenRule(),
                new ClientSecretFlagRule(),
                new ClientLifetimeRule());
    }
}
