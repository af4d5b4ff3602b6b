package io.registrar.metadata.key;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which key types, curves and algorithms go together (RFC 7518, RFC 8037, RFC 9864). */
final class KeyAlgorithms {

    private static final Set<String> RSA_SIGNATURE = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
    // RSA1_5 is refused wherever it could be used, so a key made for it is of no use.
    private static final Set<String> RSA_ENCRYPTION =
            Set.of("RSA-OAEP", "RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512");
    private static final Set<String> ECDH = Set.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW");

    /** One kind of key. */
    private record Kind(String type, String curve, int octets, Set<String> signature, Set<String> encryption) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("RSA", "", 0, RSA_SIGNATURE, RSA_ENCRYPTION),
            new Kind("EC", "P-256", 32, Set.of("ES256"), ECDH),
            new Kind("EC", "P-384", 48, Set.of("ES384"), ECDH),
            new Kind("EC", "P-521", 66, Set.of("ES512"), ECDH),
            new Kind("OKP", "Ed25519", 32, Set.of("EdDSA", "Ed25519"), Set.of()),
            new Kind("OKP", "Ed448", 57, Set.of("EdDSA", "Ed448"), Set.of()),
            new Kind("OKP", "X25519", 32, Set.of(), ECDH),
            new Kind("OKP", "X448", 56, Set.of(), ECDH));

    private KeyAlgorithms() {}

    static boolean isKnownType(String type) {
        return KINDS.stream().anyMatch(kind -> kind.type.equals(type));
    }

    /** Octets of one coordinate, empty for a curve that does not go with this type. */
    static Optional<Integer> octets(String type, String curve) {
        return kind(type, curve).map(Kind::octets);
    }

    /** The use an algorithm has with this key, empty when they do not go together. */
    static Optional<KeyUse> useOf(String type, String curve, String algorithm) {
        return kind(type, curve)
                .flatMap(kind -> kind.signature.contains(algorithm)
                        ? Optional.of(KeyUse.SIGNATURE)
                        : Optional.of(KeyUse.ENCRYPTION).filter(use -> kind.encryption.contains(algorithm)));
    }

    static boolean canServe(String type, String curve, KeyUse use) {
        return kind(type, curve)
                .filter(kind -> !(use == KeyUse.SIGNATURE ? kind.signature : kind.encryption).isEmpty())
                .isPresent();
    }

    private static Optional<Kind> kind(String type, String curve) {
        return KINDS.stream()
                .filter(kind -> kind.type.equals(type) && kind.curve.equals(curve))
                .findFirst();
    }
}
