package io.registrar.metadata.capability;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/**
 * What the identity server can do, as far as the configuration says it: names without {@code _supported} of its
 * discovery document. The defaults are the reference's own lists, so that metadata is judged by the rules alone; a
 * deployment narrows them to its identity server. An empty list means that it can do nothing of the kind, and a star, for
 * what has no list in the reference, anything.
 */
public interface CapabilitySettings {

    /** The scopes that clients may have; `*` for any well-formed one (RFC 7591 §2). */
    @WithDefault(ANY)
    Optional<List<String>> scopes();

    /** The grant types of the identity server. */
    @WithDefault("authorization_code,implicit,client_credentials,refresh_token,"
            + "urn:ietf:params:oauth:grant-type:jwt-bearer,urn:ietf:params:oauth:grant-type:saml2-bearer,"
            + "urn:ietf:params:oauth:grant-type:device_code,urn:ietf:params:oauth:grant-type:token-exchange,"
            + "urn:openid:params:grant-type:ciba")
    Optional<List<String>> grantTypes();

    /** The response types of the identity server. */
    @WithDefault("code,token,id_token,id_token token,code id_token,code token,code id_token token")
    Optional<List<String>> responseTypes();

    /** The authentication methods of the identity server's token endpoint. */
    @WithDefault("none,client_secret_basic,client_secret_post,client_secret_jwt,private_key_jwt,tls_client_auth,"
            + "self_signed_tls_client_auth")
    Optional<List<String>> tokenEndpointAuthMethods();

    /** The algorithms with which clients can sign the assertions that authenticate them. */
    @WithDefault(ANY_SIGNATURE)
    Optional<List<String>> tokenEndpointAuthSigningAlgValues();

    /** The subject types of the identity server, its usual one first (OpenID Connect Core §8). */
    @WithDefault("public,pairwise")
    Optional<List<String>> subjectTypes();

    /** The algorithms the identity server can sign ID tokens with, its usual one first (OpenID Connect Core §10.1). */
    @WithDefault(ANY_SIGNATURE + ",none")
    Optional<List<String>> idTokenSigningAlgValues();

    /** The algorithms with which it can encrypt the keys of ID tokens. */
    @WithDefault(ANY_KEY_ENCRYPTION)
    Optional<List<String>> idTokenEncryptionAlgValues();

    /** The algorithms with which it can encrypt ID tokens. */
    @WithDefault(ANY_CONTENT_ENCRYPTION)
    Optional<List<String>> idTokenEncryptionEncValues();

    /** The algorithms with which it can sign UserInfo responses. */
    @WithDefault(ANY_SIGNATURE + ",none")
    Optional<List<String>> userinfoSigningAlgValues();

    /** The algorithms with which it can encrypt the keys of UserInfo responses. */
    @WithDefault(ANY_KEY_ENCRYPTION)
    Optional<List<String>> userinfoEncryptionAlgValues();

    /** The algorithms with which it can encrypt UserInfo responses. */
    @WithDefault(ANY_CONTENT_ENCRYPTION)
    Optional<List<String>> userinfoEncryptionEncValues();

    /** The algorithms of request objects whose signature it can check. */
    @WithDefault("RS256,PS256,ES256,EdDSA")
    Optional<List<String>> requestObjectSigningAlgValues();

    /** The algorithms of request objects whose key it can decrypt. */
    @WithDefault(ANY_KEY_ENCRYPTION)
    Optional<List<String>> requestObjectEncryptionAlgValues();

    /** The algorithms of request objects that it can decrypt. */
    @WithDefault(ANY_CONTENT_ENCRYPTION)
    Optional<List<String>> requestObjectEncryptionEncValues();

    /** The algorithms with which it can sign authorization responses (JARM). */
    @WithDefault(ANY_SIGNATURE)
    Optional<List<String>> authorizationSigningAlgValues();

    /** The algorithms with which it can encrypt the keys of authorization responses. */
    @WithDefault(ANY_KEY_ENCRYPTION)
    Optional<List<String>> authorizationEncryptionAlgValues();

    /** The algorithms with which it can encrypt authorization responses. */
    @WithDefault(ANY_CONTENT_ENCRYPTION)
    Optional<List<String>> authorizationEncryptionEncValues();

    /** The algorithms with which it can sign introspection responses (RFC 9701). */
    @WithDefault(ANY_SIGNATURE)
    Optional<List<String>> introspectionSigningAlgValues();

    /** The algorithms with which it can encrypt the keys of introspection responses. */
    @WithDefault(ANY_KEY_ENCRYPTION)
    Optional<List<String>> introspectionEncryptionAlgValues();

    /** The algorithms with which it can encrypt introspection responses. */
    @WithDefault(ANY_CONTENT_ENCRYPTION)
    Optional<List<String>> introspectionEncryptionEncValues();

    /** The ways in which it delivers tokens after CIBA (CIBA §4). */
    @WithDefault("poll,ping,push")
    Optional<List<String>> backchannelTokenDeliveryModes();

    /** The algorithms of signed CIBA requests that it can check. */
    @WithDefault(ANY_ASYMMETRIC_SIGNATURE)
    Optional<List<String>> backchannelAuthenticationRequestSigningAlgValues();

    /** The authentication context classes that it knows; `*` for any. */
    @WithDefault(ANY)
    Optional<List<String>> acrValues();

    /** The types of authorization details that it knows; `*` for any (RFC 9396 §10). */
    @WithDefault(ANY)
    Optional<List<String>> authorizationDetailsTypes();

    /** Whether it has a pushed authorization request endpoint (RFC 9126). */
    @WithDefault("true")
    boolean pushedAuthorizationRequests();

    /** Whether it takes pushed authorization requests only; then that is registered for every client with redirects. */
    @WithDefault("false")
    boolean requirePushedAuthorizationRequests();

    /** Whether it can bind access tokens to DPoP keys (RFC 9449). */
    @WithDefault("true")
    boolean dpopBoundAccessTokens();

    /** Whether it can bind access tokens to client certificates (RFC 8705 §3). */
    @WithDefault("true")
    boolean tlsClientCertificateBoundAccessTokens();

    /** Whether it takes request objects by reference, request_uri (OpenID Connect Core §6.2). */
    @WithDefault("true")
    boolean requestUriParameter();

    /** Whether it signs users out through the browser (OpenID Connect Front-Channel Logout). */
    @WithDefault("true")
    boolean frontchannelLogout();

    /** Whether it then names the session. */
    @WithDefault("true")
    boolean frontchannelLogoutSession();

    /** Whether it tells clients directly of a sign-out (OpenID Connect Back-Channel Logout). */
    @WithDefault("true")
    boolean backchannelLogout();

    /** Whether it then names the session. */
    @WithDefault("true")
    boolean backchannelLogoutSession();

    /** Whether it knows user codes in CIBA (CIBA §4). */
    @WithDefault("true")
    boolean backchannelUserCodeParameter();

    String ANY = "*";

    String ANY_ASYMMETRIC_SIGNATURE = "RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA,Ed25519,Ed448";

    String ANY_SIGNATURE = ANY_ASYMMETRIC_SIGNATURE + ",HS256,HS384,HS512";

    String ANY_KEY_ENCRYPTION = "RSA-OAEP,RSA-OAEP-256,ECDH-ES,ECDH-ES+A128KW,ECDH-ES+A192KW,ECDH-ES+A256KW,"
            + "dir,A128KW,A192KW,A256KW,A128GCMKW,A192GCMKW,A256GCMKW";

    String ANY_CONTENT_ENCRYPTION = "A128CBC-HS256,A192CBC-HS384,A256CBC-HS512,A128GCM,A192GCM,A256GCM";
}
