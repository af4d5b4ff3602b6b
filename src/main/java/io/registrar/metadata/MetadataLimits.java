package io.registrar.metadata;

import io.smallrye.config.WithDefault;

/** How large the parts of a registration may be (reference H and K). */
public interface MetadataLimits {

    /** Levels of objects and arrays in a request body. */
    @WithDefault("16")
    int nesting();

    /** Members of one JSON object. */
    @WithDefault("500")
    int members();

    /** Elements of one JSON array. */
    @WithDefault("1000")
    int arrayElements();

    /** Characters of a member name. */
    @WithDefault("256")
    int nameLength();

    /** Characters of a JSON string. */
    @WithDefault("65536")
    int stringLength();

    /** Characters of a JSON number. */
    @WithDefault("32")
    int numberLength();

    /** Characters of a URI. */
    @WithDefault("2048")
    int uriLength();

    /** Redirect URIs of one client. */
    @WithDefault("50")
    int redirectUris();

    /** Code points of client_name. */
    @WithDefault("200")
    int clientName();

    /** Characters of scope. */
    @WithDefault("4096")
    int scopeLength();

    /** Scopes of one client. */
    @WithDefault("100")
    int scopes();

    /** Contacts of one client. */
    @WithDefault("20")
    int contacts();

    /** Bytes of a JWK Set sent by value. */
    @WithDefault("65536")
    int jwksBytes();

    /** Keys of a JWK Set. */
    @WithDefault("32")
    int jwksKeys();

    /** Language variants of one member. */
    @WithDefault("50")
    int variants();

    /** The longest identity_token_lifetime, in seconds. */
    @WithDefault("86400")
    int identityTokenLifetime();

    /** The longest access_token_lifetime, in seconds. */
    @WithDefault("86400")
    int accessTokenLifetime();

    /** The longest authorization_code_lifetime, in seconds. */
    @WithDefault("600")
    int authorizationCodeLifetime();

    /** The longest absolute_refresh_token_lifetime, in seconds. */
    @WithDefault("31536000")
    int absoluteRefreshTokenLifetime();

    /** The longest sliding_refresh_token_lifetime, in seconds. */
    @WithDefault("31536000")
    int slidingRefreshTokenLifetime();

    /** The longest consent_lifetime, in seconds. */
    @WithDefault("31536000")
    int consentLifetime();
}
