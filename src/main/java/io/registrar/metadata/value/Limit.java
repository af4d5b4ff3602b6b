package io.registrar.metadata.value;

import io.registrar.metadata.MetadataLimits;
import io.registrar.metadata.MetadataPolicy;
import java.util.function.ToIntFunction;

/**
 * A figure of the reference that a deployment can change.
 *
 * @param standard the figure documentation and schemas show
 * @param configured the figure that counts
 */
public record Limit(int standard, ToIntFunction<MetadataLimits> configured) {

    public static final Limit URI_LENGTH = new Limit(2048, MetadataLimits::uriLength);
    public static final Limit REDIRECT_URIS = new Limit(50, MetadataLimits::redirectUris);
    public static final Limit CLIENT_NAME = new Limit(200, MetadataLimits::clientName);
    public static final Limit SCOPE_LENGTH = new Limit(4096, MetadataLimits::scopeLength);
    public static final Limit SCOPES = new Limit(100, MetadataLimits::scopes);
    public static final Limit CONTACTS = new Limit(20, MetadataLimits::contacts);
    public static final Limit JWKS_BYTES = new Limit(65536, MetadataLimits::jwksBytes);
    public static final Limit JWKS_KEYS = new Limit(32, MetadataLimits::jwksKeys);

    public static final Limit IDENTITY_TOKEN_LIFETIME = new Limit(86_400, MetadataLimits::identityTokenLifetime);
    public static final Limit ACCESS_TOKEN_LIFETIME = new Limit(86_400, MetadataLimits::accessTokenLifetime);
    public static final Limit AUTHORIZATION_CODE_LIFETIME = new Limit(600, MetadataLimits::authorizationCodeLifetime);
    public static final Limit ABSOLUTE_REFRESH_TOKEN_LIFETIME =
            new Limit(31_536_000, MetadataLimits::absoluteRefreshTokenLifetime);
    public static final Limit SLIDING_REFRESH_TOKEN_LIFETIME =
            new Limit(31_536_000, MetadataLimits::slidingRefreshTokenLifetime);
    public static final Limit CONSENT_LIFETIME = new Limit(31_536_000, MetadataLimits::consentLifetime);

    public static final Limit CLIENT_LIFETIME = fixed(315_360_000);

    /** A figure nobody changes. */
    public static Limit fixed(int figure) {
        return new Limit(figure, limits -> figure);
    }

    /** The figure that counts under this policy. */
    public int in(MetadataPolicy policy) {
        return configured.applyAsInt(policy.limits());
    }

    int in(ValueCheck check) {
        return in(check.policy());
    }
}
