package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.registrar.metadata.MetadataField.Declaration;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.value.AlgorithmRule;
import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.BooleanRule;
import io.registrar.metadata.value.IntegerRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.OriginRule;
import io.registrar.metadata.value.SpellingRule;
import io.registrar.metadata.value.TextRule;
import io.registrar.metadata.value.ValueRule;
import java.util.List;

/**
 * The extension members of Duende's configuration API, under the names that its registration clients send (reference
 * A.12), and this service's own (A.12a). Lifetimes are in seconds.
 */
final class ExtensionFields {

    private static final String DUENDE = "Duende Configuration API";
    private static final Limit ORIGINS = Limit.fixed(50);
    private static final Limit PROVIDERS = Limit.fixed(50);
    private static final Limit PROVIDER = Limit.fixed(200);
    private static final Limit ALGORITHMS = Limit.fixed(20);
    static final int SHORTEST_CLIENT_LIFE = 60;

    static final MetadataField AUTHORIZATION_CODE_LIFETIME = extension(
                    "authorization_code_lifetime", IntegerRule.between(1, Limit.AUTHORIZATION_CODE_LIFETIME))
            .onlyFor(Applicability.AUTHORIZATION_CODE)
            .absent(Defaults.seconds(300, Limit.AUTHORIZATION_CODE_LIFETIME))
            .is("How long an authorization code is good.", DUENDE);

    static final MetadataField ABSOLUTE_REFRESH_TOKEN_LIFETIME = extension(
                    "absolute_refresh_token_lifetime", IntegerRule.between(0, Limit.ABSOLUTE_REFRESH_TOKEN_LIFETIME))
            .onlyFor(Applicability.REFRESH_TOKEN)
            .absent(Defaults.seconds(2_592_000, Limit.ABSOLUTE_REFRESH_TOKEN_LIFETIME))
            .is("How long a refresh token lives at most; 0 sets no bound and is for operators.", DUENDE);

    static final MetadataField SLIDING_REFRESH_TOKEN_LIFETIME = extension(
                    "sliding_refresh_token_lifetime", IntegerRule.between(1, Limit.SLIDING_REFRESH_TOKEN_LIFETIME))
            .onlyFor(Applicability.REFRESH_TOKEN)
            .appliesTo(Applicability.SLIDING_REFRESH_TOKEN)
            .absent(Defaults.SLIDING_REFRESH_TOKEN_LIFETIME)
            .is("How long a refresh token lives after its last use.", DUENDE);

    static final MetadataField REFRESH_TOKEN_EXPIRATION = extension(
                    "refresh_token_expiration", SpellingRule.of("Absolute", "Sliding"))
            .onlyFor(Applicability.REFRESH_TOKEN)
            .absent(FieldDefault.of(TextNode.valueOf("Absolute")))
            .is("Whether the use of a refresh token renews its life.", DUENDE);

    static final MetadataField REFRESH_TOKEN_USAGE = extension(
                    "refresh_token_usage", SpellingRule.of("OneTimeOnly", "ReUse"))
            .onlyFor(Applicability.REFRESH_TOKEN)
            .absent(Defaults.REFRESH_TOKEN_USAGE)
            .is("Whether the use of a refresh token replaces it.", DUENDE);

    static final MetadataField REQUIRE_CONSENT = extension("require_consent", new BooleanRule())
            .onlyFor(Applicability.AUTHORIZATION_CODE)
            .absent(Defaults.REQUIRE_CONSENT)
            .is("Whether the user is asked for consent.", DUENDE);

    static final MetadataField REQUIRE_CLIENT_SECRET = extension("require_client_secret", new BooleanRule())
            .absent(Defaults.REQUIRE_CLIENT_SECRET)
            .is("Whether the client must authenticate; false exactly for public clients.", DUENDE);

    static final MetadataField ALLOWED_IDENTITY_TOKEN_SIGNING_ALGORITHMS = extension(
                    "allowed_identity_token_signing_algorithms", ArrayRule.of(AlgorithmRule.signature(), ALGORITHMS))
            .within(Capability.ID_TOKEN_SIGNING_ALGS)
            .onlyFor(Applicability.OPENID_SCOPE)
            .absent(Defaults.NONE_LISTED)
            .is("The algorithms ID tokens may be signed with; empty for the server's own choice.", DUENDE);

    static final MetadataField CLIENT_LIFETIME = declare(
                    "client_lifetime", IntegerRule.between(SHORTEST_CLIENT_LIFE, Limit.CLIENT_LIFETIME))
            .absent(Defaults.CLIENT_LIFETIME)
            .is("How long the client lives, from its registration or renewal.", "Registrar");

    private ExtensionFields() {}

    static List<MetadataField> extensions() {
        return List.of(
                extension("identity_token_lifetime", IntegerRule.between(1, Limit.IDENTITY_TOKEN_LIFETIME))
                        .onlyFor(Applicability.OPENID_SCOPE)
                        .absent(Defaults.seconds(300, Limit.IDENTITY_TOKEN_LIFETIME))
                        .is("How long an ID token is good.", DUENDE),
                extension("access_token_lifetime", IntegerRule.between(1, Limit.ACCESS_TOKEN_LIFETIME))
                        .absent(Defaults.seconds(3600, Limit.ACCESS_TOKEN_LIFETIME))
                        .is("How long an access token is good.", DUENDE),
                AUTHORIZATION_CODE_LIFETIME,
                ABSOLUTE_REFRESH_TOKEN_LIFETIME,
                SLIDING_REFRESH_TOKEN_LIFETIME,
                REFRESH_TOKEN_EXPIRATION,
                REFRESH_TOKEN_USAGE,
                flag("update_access_token_claims_on_refresh", false)
                        .onlyFor(Applicability.REFRESH_TOKEN)
                        .is("Whether a refreshed access token gets the user's claims anew.", DUENDE),
                REQUIRE_CONSENT,
                flag("allow_remember_consent", true)
                        .onlyFor(Applicability.AUTHORIZATION_CODE)
                        .is("Whether the user's consent may be remembered.", DUENDE),
                extension("consent_lifetime", IntegerRule.between(1, Limit.CONSENT_LIFETIME))
                        .onlyFor(Applicability.AUTHORIZATION_CODE)
                        .is("How long a remembered consent is good; without end if absent.", DUENDE),
                extension("access_token_type", SpellingRule.of("Jwt", "Reference"))
                        .absent(FieldDefault.of(TextNode.valueOf("Jwt")))
                        .is("Whether access tokens speak for themselves or refer to the server.", DUENDE),
                extension("allowed_cors_origins", ArrayRule.of(new OriginRule(), ORIGINS))
                        .onlyFor(Applicability.AUTHORIZATION_CODE)
                        .absent(Defaults.NONE_LISTED)
                        .followedBy(Follower.BROWSER)
                        .is("The origins whose scripts may call the identity server.", DUENDE),
                REQUIRE_CLIENT_SECRET,
                flag("enable_local_login", true)
                        .onlyFor(Applicability.AUTHORIZATION_CODE)
                        .is("Whether users may sign in with an account of the identity server itself.", DUENDE),
                extension("identity_provider_restrictions", ArrayRule.of(TextRule.of(PROVIDER), PROVIDERS))
                        .onlyFor(Applicability.AUTHORIZATION_CODE)
                        .absent(Defaults.NONE_LISTED)
                        .is("The external identity providers users may sign in with; empty for all.", DUENDE),
                extension("coordinate_lifetime_with_user_session", new BooleanRule())
                        .onlyFor(Applicability.AUTHORIZATION_CODE)
                        .is("Whether tokens end with the user's session; the server's setting if absent.", DUENDE),
                ALLOWED_IDENTITY_TOKEN_SIGNING_ALGORITHMS,
                CLIENT_LIFETIME);
    }

    private static Declaration extension(String name, ValueRule rule) {
        return declare(name, rule).from(TrustTier.AUTHENTICATED);
    }

    private static Declaration flag(String name, boolean usual) {
        return extension(name, new BooleanRule()).absent(FieldDefault.of(BooleanNode.valueOf(usual)));
    }
}
