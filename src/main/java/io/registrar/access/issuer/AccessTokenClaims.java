package io.registrar.access.issuer;

import io.registrar.access.TokenSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/**
 * The rules for the claims of one issuer's tokens, beyond issuer, audience and expiry, which quarkus-oidc checks itself
 * (metadata reference, I.2).
 */
final class AccessTokenClaims {

    private static final List<String> REQUIRED_BY_RFC_9068 = List.of("sub", "client_id", "iat", "jti");
    /** In bytes; three such in an index entry of PostgreSQL leave room for more. */
    private static final int LONGEST_NAME = 800;

    private static final List<String> TEXT = List.of("sub", "client_id", "azp", "jti");

    private final TokenSettings settings;
    private final int clockSkewSeconds;
    private final boolean readsScopes;
    private final Clock clock;

    /** @param readsScopes whether the issuer's tokens bear scopes */
    AccessTokenClaims(TokenSettings settings, int clockSkewSeconds, boolean readsScopes, Clock clock) {
        this.settings = settings;
        this.clockSkewSeconds = clockSkewSeconds;
        this.readsScopes = readsScopes;
        this.clock = clock;
    }

    /** @return null when the claims are admitted; a reason, for the log only, when not */
    String problem(JwtClaims claims) throws MalformedClaimException {
        if (claims.getExpirationTime() == null) {
            return "exp is missing";
        }
        if (!isPast(claims.getIssuedAt()) || !isPast(claims.getNotBefore()) || isTooOld(claims.getIssuedAt())) {
            return "iat or nbf is out of bounds";
        }
        // A sender-constrained token says that possession must be proved; a plain bearer request proves none.
        if (claims.hasClaim("cnf")) {
            return "cnf is present";
        }
        if (settings.rfc9068Strict() && !REQUIRED_BY_RFC_9068.stream().allMatch(claims::hasClaim)) {
            return "a claim that RFC 9068 requires is missing";
        }
        if (claims.getClaimValue("aud") instanceof Collection<?> several
                && !several.stream().allMatch(String.class::isInstance)) {
            return "aud holds something else than strings";
        }
        for (String name : TEXT) {
            if (claims.hasClaim(name) && !isStorable(claims.getClaimValue(name))) {
                return name + " is not a string that can be stored";
            }
        }
        return !readsScopes
                        || ScopeClaim.read(claims.getClaimValue(settings.scopeClaim()), settings.acceptScopeArray())
                                .isPresent()
                ? null
                : "the scope claim is malformed";
    }

    // These name the caller in the store and in the trail: PostgreSQL has no U+0000 and finds
    // clients by an index whose entries are short, UTF-8 has no half of a character.
    static boolean isStorable(Object value) {
        return value instanceof String text
                && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }

    private boolean isPast(NumericDate time) {
        return time == null || !instant(time).isAfter(clock.instant().plusSeconds(clockSkewSeconds));
    }

    private boolean isTooOld(NumericDate issuedAt) {
        return settings.maxTokenAge()
                .map(age -> issuedAt == null
                        || instant(issuedAt).isBefore(clock.instant().minus(age).minusSeconds(clockSkewSeconds)))
                .orElse(false);
    }

    private static Instant instant(NumericDate time) {
        return Instant.ofEpochSecond(time.getValue());
    }
}
