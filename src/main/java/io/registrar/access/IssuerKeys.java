package io.registrar.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.KeyOperation;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What is known of the issuer's current key set: watched as quarkus-oidc fetches it, so that a token whose key is not
 * among them can be told apart before it makes quarkus-oidc fetch the set again; see {@link KeyRefresh}.
 */
@Singleton
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
final class IssuerKeys implements OidcResponseFilter {

    /** What the key set says of a token's header. */
    enum Match {
        /** One key fits. */
        KNOWN,
        /** No key fits; the issuer may have published a new one. */
        UNKNOWN,
        /** Several fit and the token does not say which (I.3). */
        AMBIGUOUS
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private volatile List<JWK> keys = List.of();
    private volatile boolean current;

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        if (response.statusCode() == 200) {
            keys = parse(response.responseBody().toString());
            current = true;
        } else {
            current = false;
        }
        return Uni.createFrom().voidItem();
    }

    Match match(JWSHeader header) {
        long fitting = keys.stream().filter(key -> fits(key, header)).count();
        if (fitting == 0) {
            return Match.UNKNOWN;
        }
        return fitting == 1 || header.getKeyID() != null ? Match.KNOWN : Match.AMBIGUOUS;
    }

    /** Whether the latest fetch brought a key set. */
    boolean isCurrent() {
        return current;
    }

    /** The latest fetch failed before there was a response to watch. */
    void fetchFailed() {
        current = false;
    }

    private static boolean fits(JWK key, JWSHeader header) {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
        return matcher != null
                && matcher.matches(key)
                && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY));
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
