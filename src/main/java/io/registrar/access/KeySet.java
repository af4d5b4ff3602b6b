package io.registrar.access;

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
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
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

    private volatile List<JWK> keys = List.of();
    private volatile boolean current;

    /** The issuer published this key set. */
    void fetched(String keySet) {
        keys = parse(keySet);
        current = true;
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

    // Kind, curve, use, operations and algorithm of the key; JWKMatcher's own reading of a header would look at a
    // thumbprint, too, and at no curve of ECDSA.
    private static boolean fits(JWK key, JWSAlgorithm algorithm) {
        return key.getKeyType().equals(KeyType.forAlgorithm(algorithm))
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                && (!(key instanceof CurveBasedJWK curved)
                        || Curve.forJWSAlgorithm(algorithm).contains(curved.getCurve()));
    }

    private static List<JWK> parse(String keySet) {
        List<JWK> parsed = new ArrayList<>();
        try {
            for (JsonNode member : JSON.readTree(keySet).path("keys")) {
                parseKey(member, parsed);
            }
        } catch (JsonProcessingException notAKeySet) {
            LOG.warn("The issuer's key set is not JSON");
        }
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
