package io.registrar.metadata.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A client's JWK Set: public keys only, sound, and such that the store can keep them (A.13 of the reference). */
public final class JwkSetCheck {

    // priv: the one private member of key type AKP, which is newer than the reference's list.
    private static final Set<String> SECRET_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

    private static final String SECRET_FOUND =
            "holds private or symmetric key material; send public keys only, and replace these";

    private JwkSetCheck() {}

    /** Takes what is wrong with a key. */
    interface Report {
        /** A member of the key is wrong; an empty name means the key as a whole. */
        void refuse(String member, String why);
    }

    /** Takes what is wrong with the set. */
    public interface SetReport {
        /** The set as a whole is wrong. */
        void refuse(String why);

        /** The key at this place is wrong; an empty member name means the key as a whole. */
        void refuse(int key, String member, String why);
    }

    /** Reports everything wrong with this object. */
    public static void run(JsonNode set, int mostBytes, int mostKeys, SetReport report) {
        Optional<String> problem = shapeProblem(set, mostBytes, mostKeys)
                .or(() -> Storable.problem(set))
                .or(() -> secretProblem(set));
        if (problem.isPresent()) {
            report.refuse(problem.get());
            return;
        }
        List<ClientKey> known = new ArrayList<>();
        for (int i = 0; i < set.get("keys").size(); i++) {
            int place = i;
            ClientKey key = new ClientKey(set.get("keys").get(i));
            if (key.isKnownType()) {
                known.add(key);
                new PublicKeyCheck(key, (member, why) -> report.refuse(place, member, why)).run();
                PublicKeyCheck.certificateProblem(key).ifPresent(why -> report.refuse(place, "x5c", why));
            }
        }
        togetherProblem(known).ifPresent(report::refuse);
    }

    private static Optional<String> shapeProblem(JsonNode set, int mostBytes, int mostKeys) {
        JsonNode keys = set.path("keys");
        if (!keys.isArray()) {
            return Optional.of("must be a JWK Set, an object with the array keys");
        }
        if (keys.size() > mostKeys) {
            return Optional.of("must hold at most " + mostKeys + " keys");
        }
        for (JsonNode key : keys) {
            if (!key.isObject() || !key.path("kty").isTextual()) {
                return Optional.of("each key must be an object with kty");
            }
        }
        return set.toString().getBytes(StandardCharsets.UTF_8).length > mostBytes
                ? Optional.of("must have at most " + mostBytes + " bytes; use jwks_uri instead")
                : Optional.empty();
    }

    // Whatever kty says: a private key that came here must be thought of as lost, and is not kept.
    private static Optional<String> secretProblem(JsonNode set) {
        if (SECRET_MEMBERS.stream().anyMatch(set::has)) {
            return Optional.of(SECRET_FOUND);
        }
        for (JsonNode key : set.get("keys")) {
            if (key.get("kty").textValue().equals("oct")
                    || SECRET_MEMBERS.stream().anyMatch(key::has)) {
                return Optional.of(SECRET_FOUND);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> togetherProblem(List<ClientKey> keys) {
        Set<KeyUse> uses = new HashSet<>();
        Set<Map.Entry<String, String>> ids = new HashSet<>();
        boolean repeated = false;
        for (ClientKey key : keys) {
            key.declaredUse().ifPresent(uses::add);
            Optional<String> kid = key.text("kid");
            repeated |= kid.isPresent()
                    && !ids.add(Map.entry(kid.get(), key.text("use").orElse("")));
        }
        if (repeated) {
            return Optional.of("kid must be unique among the keys of one use");
        }
        return uses.size() > 1 && !keys.stream().allMatch(key -> key.has("use"))
                ? Optional.of("every key needs use when the set holds keys for both signature and encryption")
                : Optional.empty();
    }
}
