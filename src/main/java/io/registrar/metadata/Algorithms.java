package io.registrar.metadata;

import java.util.List;
import java.util.stream.Stream;

/** Lists of JOSE algorithm names that members choose from (reference 0). */
public final class Algorithms {

    /** JWS-A: signatures made with a private key (RFC 7518 §3, RFC 8037, RFC 9864). */
    public static final List<String> ASYMMETRIC_SIGNATURE = List.of(
            "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519",
            "Ed448");

    /** JWS-H: message authentication codes; they need the client secret in plain text on the server. */
    public static final List<String> SECRET_BASED_SIGNATURE = List.of("HS256", "HS384", "HS512");

    /** Both. */
    public static final List<String> SIGNATURE = joined(ASYMMETRIC_SIGNATURE, SECRET_BASED_SIGNATURE);

    /** What is signed with one of them or, where allowed, not at all. */
    public static final List<String> SIGNATURE_OR_NONE = joined(SIGNATURE, List.of("none"));

    /** What request objects may be signed with: the seed's explicit list. */
    public static final List<String> REQUEST_OBJECT_SIGNATURE = List.of("RS256", "PS256", "ES256", "EdDSA");

    /** What FAPI 2.0 admits, its usual one first (FAPI 2.0 Security Profile §5.4.1). */
    public static final List<String> FAPI_SIGNATURE = List.of("PS256", "ES256", "EdDSA");

    /** JWE-A: content keys encrypted to a public key (RFC 7518 §4). */
    public static final List<String> ASYMMETRIC_KEY_ENCRYPTION =
            List.of("RSA-OAEP", "RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW");

    /** JWE-S: content keys encrypted with, or taken from, the client secret. */
    public static final List<String> SECRET_BASED_KEY_ENCRYPTION =
            List.of("dir", "A128KW", "A192KW", "A256KW", "A128GCMKW", "A192GCMKW", "A256GCMKW");

    /** Both. */
    public static final List<String> KEY_ENCRYPTION = joined(ASYMMETRIC_KEY_ENCRYPTION, SECRET_BASED_KEY_ENCRYPTION);

    /** ENC: content encryption (RFC 7518 §5). */
    public static final List<String> CONTENT_ENCRYPTION =
            List.of("A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512", "A128GCM", "A192GCM", "A256GCM");

    private Algorithms() {}

    /** Whether the server needs the client secret in plain text for it (reference X4). */
    public static boolean needsPlainSecret(String algorithm) {
        return SECRET_BASED_SIGNATURE.contains(algorithm) || SECRET_BASED_KEY_ENCRYPTION.contains(algorithm);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
