package io.registrar.metadata.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A look at one JSON Web Key as it was sent (RFC 7517 §4): members by name, nothing converted.
 *
 * @param json the key
 */
record ClientKey(JsonNode json) {

    /** A string member; empty when absent or of another JSON type. */
    Optional<String> text(String member) {
        return Optional.ofNullable(json.get(member)).map(JsonNode::textValue);
    }

    boolean has(String member) {
        return json.hasNonNull(member);
    }

    /** The string elements of an array member. */
    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        json.path(member).forEach(item -> {
            if (item.isTextual()) {
                texts.add(item.textValue());
            }
        });
        return texts;
    }

    String type() {
        return text("kty").orElse("");
    }

    String curve() {
        return text("crv").orElse("");
    }

    /** RFC 7517 §5: keys of types we do not know are passed over. */
    boolean isKnownType() {
        return KeyAlgorithms.isKnownType(type());
    }

    /** What {@code use}, the algorithm, the operations or the curve say the key is for; empty when it may be both. */
    Optional<KeyUse> declaredUse() {
        Optional<KeyUse> byUse = text("use").flatMap(ClientKey::use);
        Optional<KeyUse> byAlgorithm = text("alg").flatMap(alg -> KeyAlgorithms.useOf(type(), curve(), alg));
        Optional<KeyUse> byOperations = texts("key_ops").isEmpty()
                ? Optional.empty()
                : Optional.of(texts("key_ops").contains("verify") ? KeyUse.SIGNATURE : KeyUse.ENCRYPTION);
        return byUse.or(() -> byAlgorithm).or(() -> byOperations).or(this::onlyUse);
    }

    private Optional<KeyUse> onlyUse() {
        boolean signs = KeyAlgorithms.canServe(type(), curve(), KeyUse.SIGNATURE);
        boolean encrypts = KeyAlgorithms.canServe(type(), curve(), KeyUse.ENCRYPTION);
        return signs == encrypts ? Optional.empty() : Optional.of(signs ? KeyUse.SIGNATURE : KeyUse.ENCRYPTION);
    }

    /** Whether a signature can be checked with it. */
    boolean verifies() {
        boolean forbidden = has("key_ops") && !texts("key_ops").contains("verify");
        return isKnownType()
                && !forbidden
                && KeyAlgorithms.canServe(type(), curve(), KeyUse.SIGNATURE)
                && declaredUse().orElse(KeyUse.SIGNATURE) == KeyUse.SIGNATURE;
    }

    /** Whether something can be encrypted to it. */
    boolean encrypts() {
        boolean forbidden = has("key_ops") && texts("key_ops").stream().allMatch("verify"::equals);
        return isKnownType()
                && !forbidden
                && KeyAlgorithms.canServe(type(), curve(), KeyUse.ENCRYPTION)
                && declaredUse().orElse(KeyUse.ENCRYPTION) == KeyUse.ENCRYPTION;
    }

    static Optional<KeyUse> use(String text) {
        return switch (text) {
            case "sig" -> Optional.of(KeyUse.SIGNATURE);
            case "enc" -> Optional.of(KeyUse.ENCRYPTION);
            default -> Optional.empty();
        };
    }
}
