package io.registrar.access.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.CurveBasedJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * What is known of one issuer's current key set, so that a token whose key is not among them can be told apart before
 * it makes quarkus-oidc fetch the set again; see {@link KeyRefresh}.
 */
final class KeySet {

    /** What the key set says of a token's header. */
    enum Match {
        /** One key fits. */
        KNOWN,
        /** No key of that id, or none that fits a token without one; the issuer may have published a new one. */
        UNKNOWN,
        /** The key of that id is meant for something else, or several fit and the token does not say which (I.3). */
        UNFIT
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = Logger.getLogger(KeySet.class);

    /** RFC 7518 sections 3.3 and 3.5. */
    private static final int SMALLEST_RSA_KEY = 2048;

    private volatile List<JWK> keys = List.of();
    private volatile boolean current;

    /**
     * The issuer's address answered with this.
     *
     * @return whether it is a key set; if not, the one before stays
     */
    boolean fetched(String answer) {
        Optional<JsonNode> members = members(answer);
        members.ifPresent(published -> keys = parse(published));
        current = members.isPresent();
        return current;
    }

    /** The latest fetch brought no key set; the one before stays. */
    void fetchFailed() {
        current = false;
    }

    /** Whether the latest fetch brought a key set. */
    boolean isCurrent() {
        return current;
    }

    Match match(JWSHeader header) {
        String keyId = header.getKeyID();
        List<JWK> meant = keys.stream()
                .filter(key -> keyId == null ? fits(key, header.getAlgorithm()) : keyId.equals(key.getKeyID()))
                .toList();
        if (meant.isEmpty()) {
            return Match.UNKNOWN;
        }
        boolean oneFits =
                keyId == null ? meant.size() == 1 : meant.stream().anyMatch(key -> fits(key, header.getAlgorithm()));
        return oneFits ? Match.KNOWN : Match.UNFIT;
    }

    // Kind, size, curve, use, operations and algorithm of the key; JWKMatcher's own reading of a header would look at a
    // thumbprint, too, and at no curve of ECDSA.
    private static boolean fits(JWK key, JWSAlgorithm algorithm) {
        return key.getKeyType().equals(KeyType.forAlgorithm(algorithm))
                && (!(key instanceof RSAKey) || key.size() >= SMALLEST_RSA_KEY)
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                && (!(key instanceof CurveBasedJWK curved)
                        || Curve.forJWSAlgorithm(algorithm).contains(curved.getCurve()));
    }

    // RFC 7517 section 5: an object whose member keys is an array of objects. The page that a proxy shows while the
    // issuer is away is none, though it may come with 200.
    private static Optional<JsonNode> members(String answer) {
        try {
            return Optional.of(JSON.readTree(answer).path("keys"))
                    .filter(JsonNode::isArray)
                    .filter(keys ->
                            StreamSupport.stream(keys.spliterator(), false).allMatch(JsonNode::isObject));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static List<JWK> parse(JsonNode members) {
        List<JWK> parsed = new ArrayList<>();
        members.forEach(member -> parseKey(member, parsed));
        return List.copyOf(parsed);
    }

    private static void parseKey(JsonNode member, List<JWK> parsed) {
        try {
            parsed.add(JWK.parse(member.toString()));
        } catch (ParseException unusable) {
            // RFC 7517 section 5: a key of an unknown kind does not spoil the set.
            LOG.debugf("A key of the issuer cannot be used: %s", unusable.getMessage());
        }
    }
}
