package io.registrar.metadata;

import java.util.List;
import java.util.stream.Stream;

/** Lists of JOSE algorithm names that members choose from. */
public final class Algorithms {

    /** Signatures made with a private key (RFC 7518 §3, RFC 8037, RFC 9864). */
    public static final List<String> ASYMMETRIC_SIGNATURE = List.of(
            "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519",
            "Ed448");

    /** Message authentication codes: they need the client secret in plain text on the server. */
    public static final List<String> SECRET_BASED_SIGNATURE = List.of("HS256", "HS384", "HS512");

    /** What an ID token can be signed with: all of the above and, where allowed, not at all. */
    public static final List<String> ID_TOKEN_SIGNATURE = Stream.of(
                    ASYMMETRIC_SIGNATURE, SECRET_BASED_SIGNATURE, List.of("none"))
            .flatMap(List::stream)
            .toList();

    private Algorithms() {}
}
