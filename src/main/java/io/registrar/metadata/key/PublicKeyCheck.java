package io.registrar.metadata.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.key.JwkSetCheck.Report;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One public key of a client, every member by itself (A.13 of the reference, RFC 7517 §4). */
final class PublicKeyCheck {

    private static final Set<String> VERIFYING = Set.of("verify");
    private static final Set<String> ENCRYPTING = Set.of("encrypt", "wrapKey", "deriveKey", "deriveBits");
    private static final Set<String> OF_PRIVATE_KEYS = Set.of("sign", "decrypt", "unwrapKey");
    private static final int LONGEST_KID = 256;

    private final ClientKey key;
    private final Report report;

    PublicKeyCheck(ClientKey key, Report report) {
        this.key = key;
        this.report = report;
    }

    void run() {
        PublicKeyMaterial.problem(key).ifPresent(problem -> report.refuse("", problem));
        checkUse();
        checkOperations();
        checkAlgorithm();
        checkId();
        checkCertificateReferences();
    }

    // Never followed here (A.13), but a library that reads the set throws all of it away for one of these.
    private void checkCertificateReferences() {
        for (String member : List.of("x5u", "x5t", "x5t#S256")) {
            if (key.has(member) && key.text(member).isEmpty()) {
                report.refuse(member, "must be a string");
            }
        }
    }

    private void checkUse() {
        if (!key.has("use")) {
            return;
        }
        Optional<KeyUse> use = key.text("use").flatMap(ClientKey::use);
        if (use.isEmpty()) {
            report.refuse("use", "must be sig or enc");
        } else if (!KeyAlgorithms.canServe(key.type(), key.curve(), use.get())
                && KeyAlgorithms.octets(key.type(), key.curve()).isPresent()) {
            report.refuse("use", "does not go with the curve; Ed25519 and Ed448 sign, X25519 and X448 encrypt");
        }
    }

    private void checkOperations() {
        if (!key.has("key_ops")) {
            return;
        }
        JsonNode sent = key.json().get("key_ops");
        List<String> operations = key.texts("key_ops");
        if (!sent.isArray() || operations.size() != sent.size() || new HashSet<>(operations).size() != sent.size()) {
            report.refuse("key_ops", "must be an array of distinct strings");
        } else if (operations.stream().anyMatch(OF_PRIVATE_KEYS::contains)) {
            report.refuse("key_ops", "sign, decrypt and unwrapKey belong to private keys");
        } else if (!operations.stream().allMatch(name -> VERIFYING.contains(name) || ENCRYPTING.contains(name))) {
            report.refuse("key_ops", "must be of verify, encrypt, wrapKey, deriveKey, deriveBits");
        } else if (!agree(operations)) {
            report.refuse("key_ops", "does not go with use");
        }
    }

    private boolean agree(List<String> operations) {
        return key.text("use")
                .flatMap(ClientKey::use)
                .map(use -> (use == KeyUse.SIGNATURE ? VERIFYING : ENCRYPTING).containsAll(operations))
                .orElse(true);
    }

    private void checkAlgorithm() {
        if (!key.has("alg") || (KeyAlgorithms.octets(key.type(), key.curve()).isEmpty())) {
            return;
        }
        Optional<KeyUse> algorithm = key.text("alg").flatMap(alg -> KeyAlgorithms.useOf(key.type(), key.curve(), alg));
        Optional<KeyUse> use = key.text("use").flatMap(ClientKey::use);
        if (algorithm.isEmpty()) {
            report.refuse("alg", "must be an asymmetric algorithm that goes with kty and crv");
        } else if (use.isPresent() && !use.equals(algorithm)) {
            report.refuse("alg", "does not go with use");
        }
    }

    private void checkId() {
        if (!key.has("kid")) {
            return;
        }
        boolean sound = key.text("kid")
                .filter(kid -> !kid.isEmpty() && kid.codePointCount(0, kid.length()) <= LONGEST_KID)
                .filter(kid -> kid.codePoints().noneMatch(Character::isISOControl))
                .isPresent();
        if (!sound) {
            report.refuse("kid", "must be a string of 1 to 256 characters without control characters");
        }
    }

    /** The certificates; only once the key itself is sound, which they are compared with. */
    static Optional<String> certificateProblem(ClientKey key) {
        return key.has("x5c") && PublicKeyMaterial.problem(key).isEmpty()
                ? CertificateChain.problem(key)
                : Optional.empty();
    }
}
