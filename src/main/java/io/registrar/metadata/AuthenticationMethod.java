package io.registrar.metadata;

import java.util.List;
import java.util.Set;

/** How a client authenticates at the token endpoint, by wire name (RFC 7591 §2, OpenID Connect Core §9, RFC 8705 §2). */
public final class AuthenticationMethod {

    public static final String NONE = "none";
    public static final String CLIENT_SECRET_BASIC = "client_secret_basic";
    public static final String CLIENT_SECRET_POST = "client_secret_post";
    public static final String CLIENT_SECRET_JWT = "client_secret_jwt";
    public static final String PRIVATE_KEY_JWT = "private_key_jwt";
    public static final String TLS_CLIENT_AUTH = "tls_client_auth";
    public static final String SELF_SIGNED_TLS_CLIENT_AUTH = "self_signed_tls_client_auth";

    /** All of them; the methods of drafts (attestation, SPIFFE) are not offered. */
    public static final List<String> ALL = List.of(
            NONE,
            CLIENT_SECRET_BASIC,
            CLIENT_SECRET_POST,
            CLIENT_SECRET_JWT,
            PRIVATE_KEY_JWT,
            TLS_CLIENT_AUTH,
            SELF_SIGNED_TLS_CLIENT_AUTH);

    /** Those for which this service issues a secret. */
    public static final Set<String> WITH_SECRET = Set.of(CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, CLIENT_SECRET_JWT);

    private AuthenticationMethod() {}
}
