package io.registrar.metadata;

import java.util.List;
import java.util.Set;

/** The grant types a client can register, by their wire names. */
public final class GrantType {

    public static final String AUTHORIZATION_CODE = "authorization_code";
    public static final String IMPLICIT = "implicit";
    public static final String CLIENT_CREDENTIALS = "client_credentials";
    public static final String REFRESH_TOKEN = "refresh_token";
    public static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    public static final String SAML2_BEARER = "urn:ietf:params:oauth:grant-type:saml2-bearer";
    public static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    public static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    public static final String UMA_TICKET = "urn:ietf:params:oauth:grant-type:uma-ticket";
    public static final String PRE_AUTHORIZED_CODE = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    public static final String CIBA = "urn:openid:params:grant-type:ciba";

    /**
     * All of them. {@code password} is missing for good (RFC 9700 §2.4). {@code uma-ticket} and {@code
     * pre-authorized_code} are off until the deployment says that its identity server has them.
     */
    public static final List<String> ALL = List.of(
            AUTHORIZATION_CODE,
            IMPLICIT,
            CLIENT_CREDENTIALS,
            REFRESH_TOKEN,
            JWT_BEARER,
            SAML2_BEARER,
            DEVICE_CODE,
            TOKEN_EXCHANGE,
            CIBA,
            UMA_TICKET,
            PRE_AUTHORIZED_CODE);

    /** Those in which a user signs in, so that OpenID members mean something. */
    public static final Set<String> SIGN_IN = Set.of(AUTHORIZATION_CODE, IMPLICIT, DEVICE_CODE, CIBA);

    /** Those that may act for a user, so that the scope {@code openid} makes sense. */
    public static final Set<String> ON_BEHALF_OF_A_USER =
            Set.of(AUTHORIZATION_CODE, IMPLICIT, DEVICE_CODE, CIBA, TOKEN_EXCHANGE);

    /** Those a refresh token can come from. RFC 6749 §4.4.3 excludes client credentials. */
    public static final Set<String> REFRESHABLE = Set.of(AUTHORIZATION_CODE, DEVICE_CODE, CIBA, TOKEN_EXCHANGE);

    /** Those that a client without credentials may not use (RFC 6749 §4.4; CIBA §4; the rest by policy). */
    public static final Set<String> CONFIDENTIAL_ONLY =
            Set.of(CLIENT_CREDENTIALS, CIBA, TOKEN_EXCHANGE, JWT_BEARER, SAML2_BEARER, UMA_TICKET);

    /** Those that exchange a token or assertion which the client got elsewhere; not for anonymous callers. */
    public static final Set<String> WITH_TOKENS_OF_OTHERS = Set.of(TOKEN_EXCHANGE, JWT_BEARER, SAML2_BEARER);

    private GrantType() {}
}
