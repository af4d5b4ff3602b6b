package io.registrar.access;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/**
 * The rules for an access token's claims beyond issuer, audience and expiry, which quarkus-oidc checks itself; it runs
 * this after the signature (metadata reference, I.2).
 */
@Singleton
@Unremovable
final class AccessTokenClaims implements Validator {

    private static final List<String> REQUIRED_BY_RFC_9068 = List.of("sub", "client_id", "iat", "jti");
    private static final List<String> TEXT = List.of("sub", "client_id", "azp", "jti");

    private final AccessSettings settings;
    private final Clock clock;

    AccessTokenClaims(AccessSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @return null when the claims are admitted; a reason, for the log only, when not */
    @Override
    public String validate(JwtContext context) throws MalformedClaimException {
        JwtClaims claims = context.getJwtClaims();
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
        return ScopeClaim.read(claims.getClaimValue(settings.scopeClaim()), settings.acceptScopeArray())
                        .isPresent()
                ? null
                : "the scope claim is malformed";
    }

    // These name the caller in the store and in the trail: PostgreSQL has no U+0000, UTF-8 no half of a character.
    private static boolean isStorable(Object value) {
        return value instanceof String text
                && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private boolean isPast(NumericDate time) {
        return time == null || !instant(time).isAfter(clock.instant().plusSeconds(settings.clockSkewSeconds()));
    }

    private boolean isTooOld(NumericDate issuedAt) {
        return settings.maxTokenAge()
                .map(age -> issuedAt == null
                        || instant(issuedAt)
                                .isBefore(clock.instant().minus(age).minusSeconds(settings.clockSkewSeconds())))
                .orElse(false);
    }

    private static Instant instant(NumericDate time) {
        return Instant.ofEpochSecond(time.getValue());
    }
}
