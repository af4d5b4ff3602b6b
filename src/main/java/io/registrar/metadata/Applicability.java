package io.registrar.metadata;

import java.util.List;
import java.util.function.Predicate;

/** For which clients a member means something. One that means nothing for a client is neither kept nor returned. */
public enum Applicability {
    ALWAYS("", metadata -> true),
    /** A user signs in: code, implicit, device and CIBA grants. */
    USER_GRANT("a grant in which a user signs in, such as authorization_code", metadata -> grants(metadata).stream()
            .anyMatch(GrantType.SIGN_IN::contains)),
    /** The code flow. */
    AUTHORIZATION_CODE(
            "the grant type authorization_code", metadata -> grants(metadata).contains(GrantType.AUTHORIZATION_CODE)),
    REFRESH_TOKEN("the grant type refresh_token", metadata -> grants(metadata).contains(GrantType.REFRESH_TOKEN)),
    /** Refresh tokens whose life is renewed by their use. */
    SLIDING_REFRESH_TOKEN(
            "the grant type refresh_token with refresh_token_expiration Sliding",
            metadata -> REFRESH_TOKEN.appliesTo(metadata)
                    && metadata.is(MetadataFields.REFRESH_TOKEN_EXPIRATION, "Sliding")),
    /** The user goes through the authorization endpoint. */
    REDIRECT_FLOW("a response type", metadata -> !metadata.texts(MetadataFields.RESPONSE_TYPES)
            .isEmpty()),
    OPENID_SCOPE(
            "the scope openid", metadata -> metadata.words(MetadataFields.SCOPE).contains("openid")),
    TLS_CLIENT_AUTH(
            "token_endpoint_auth_method tls_client_auth",
            metadata -> metadata.is(MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.TLS_CLIENT_AUTH)),
    /** Authentication by an assertion that the client signs (reference X6). */
    SIGNED_ASSERTION(
            "token_endpoint_auth_method private_key_jwt",
            metadata -> metadata.is(MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD, AuthenticationMethod.PRIVATE_KEY_JWT)),
    /** Claims are gathered (UMA 2.0 Grant §2). */
    UMA("the grant type " + GrantType.UMA_TICKET, metadata -> grants(metadata).contains(GrantType.UMA_TICKET)),
    CIBA(
            "the grant type " + GrantType.CIBA + ", or backchannel_token_delivery_mode push",
            metadata -> grants(metadata).contains(GrantType.CIBA)
                    || metadata.is(MetadataFields.BACKCHANNEL_TOKEN_DELIVERY_MODE, "push"));

    private final String condition;
    private final Predicate<ClientMetadata> predicate;

    Applicability(String condition, Predicate<ClientMetadata> predicate) {
        this.condition = condition;
        this.predicate = predicate;
    }

    /** What such a client has, in words that follow "needs"; empty for all clients. */
    public String condition() {
        return condition;
    }

    /** Whether the member means something for this client. */
    public boolean appliesTo(ClientMetadata metadata) {
        return predicate.test(metadata);
    }

    /** Whether this deployment passes over members that other clients send, instead of refusing them. */
    public boolean isLenient(MetadataPolicy policy) {
        return switch (this) {
            case AUTHORIZATION_CODE, REFRESH_TOKEN -> policy.lenientFlowMembers();
            case TLS_CLIENT_AUTH -> policy.lenientTlsMembers();
            default -> false;
        };
    }

    private static List<String> grants(ClientMetadata metadata) {
        return metadata.texts(MetadataFields.GRANT_TYPES);
    }
}
