package io.registrar.metadata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What this deployment admits in client metadata, beyond what the specifications settle. */
@ConfigMapping(prefix = "registrar.metadata")
public interface MetadataPolicy {

    /** Refuses redirect URIs of a client that has no response type and so never redirects. */
    @WithDefault("true")
    boolean refuseUnusedRedirectUris();

    /** Refuses members that only the server issues, instead of ignoring them (RFC 7591 §3.2.1). */
    @WithDefault("false")
    boolean rejectServerMembers();

    /** Admits http for pages shown to users, such as client_uri, for development only. */
    @WithDefault("false")
    boolean allowHttpPages();

    /** Demands grant_types instead of taking authorization_code for granted. */
    @WithDefault("false")
    boolean requireGrantTypes();

    /** Takes private_key_jwt for granted when keys are sent without token_endpoint_auth_method. */
    @WithDefault("false")
    boolean inferKeyMethod();

    /** Admits response types that return tokens from the authorization endpoint (RFC 9700 §2.1.2). */
    @WithDefault("false")
    boolean allowImplicit();

    /** Admits response types that mix code with tokens. */
    @WithDefault("false")
    boolean allowHybrid();

    /** Admits http on 127.0.0.1 and [::1] for web clients; off in the strict profile of RFC 9700. */
    @WithDefault("true")
    boolean allowHttpLoopbackForWeb();

    /** Admits http on localhost for web clients. */
    @WithDefault("false")
    boolean allowLocalhostForWeb();

    /** Admits private-use schemes without a dot, against RFC 8252 §7.1. */
    @WithDefault("false")
    boolean allowDotlessSchemes();

    /** Refuses secrets for native clients (RFC 8252 §8.5). */
    @WithDefault("false")
    boolean nativeMustBePublic();

    /** Admits tokens from the authorization endpoint for native clients, against RFC 8252 §8.2. */
    @WithDefault("false")
    boolean allowNativeFrontChannel();

    /** Says that the identity server reads lists with commas between, so commas in URIs are refused. */
    @WithDefault("true")
    boolean commaSeparatedReaders();

    /** The only hosts https and http redirects may name; {@code *.example.com} admits every name below; absent: any. */
    Optional<List<String>> allowedRedirectHosts();

    /** Hosts no https or http redirect may name, in the same form (RFC 7591 §3.2.2). */
    Optional<List<String>> deniedRedirectHosts();

    /** Refuses IP addresses other than loopback as redirect hosts. */
    @WithDefault("false")
    boolean refuseIpHosts();

    /** Refuses authorization_code together with client_credentials (RFC 7591 §5). */
    @WithDefault("false")
    boolean separateUserAndMachineGrants();

    /** Admits unsigned ID tokens where none comes from the authorization endpoint. */
    @WithDefault("false")
    boolean allowIdTokenNone();

    /** Brand names that no client_name may hold as whole words, in any letter case (RFC 7591 §5). */
    Optional<List<String>> protectedNames();

    /** The only scopes clients may register; absent: any well-formed one (RFC 7591 §2). */
    Optional<List<String>> scopes();

    /** The scopes of a client that names none, as far as it may have them (RFC 7591 §2). */
    Optional<List<String>> defaultScopes();

    /** Scopes for clients with credentials only. */
    Optional<List<String>> confidentialOnlyScopes();

    /** The grant types of the identity server. */
    @WithDefault("authorization_code,implicit,client_credentials,refresh_token,"
            + "urn:ietf:params:oauth:grant-type:jwt-bearer,urn:ietf:params:oauth:grant-type:saml2-bearer,"
            + "urn:ietf:params:oauth:grant-type:device_code,urn:ietf:params:oauth:grant-type:token-exchange,"
            + "urn:openid:params:grant-type:ciba")
    List<String> grantTypes();

    /** The response types of the identity server. */
    @WithDefault("code,token,id_token,id_token token,code id_token,code token,code id_token token")
    List<String> responseTypes();

    /** The authentication methods of the identity server's token endpoint. */
    @WithDefault("none,client_secret_basic,client_secret_post,client_secret_jwt,private_key_jwt,tls_client_auth,"
            + "self_signed_tls_client_auth")
    List<String> tokenEndpointAuthMethods();

    /** The subject types of the identity server, its usual one first (OpenID Connect Core §8). */
    @WithDefault("public,pairwise")
    List<String> subjectTypes();

    /** The algorithms the identity server can sign ID tokens with, its usual one first (OpenID Connect Core §10.1). */
    @WithDefault("RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA,Ed25519,Ed448,HS256,HS384,HS512,none")
    List<String> idTokenSigningAlgValues();

    /** How large things may be. */
    MetadataLimits limits();
}
