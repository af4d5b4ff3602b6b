package io.registrar.access.issuer;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/** Has quarkus-oidc judge claims by the rules for their issuer's tokens; it does so after the signature. */
@Singleton
@Unremovable
final class ClaimsValidator implements Validator {

    private final TrustedIssuers issuers;

    ClaimsValidator(TrustedIssuers issuers) {
        this.issuers = issuers;
    }

    @Override
    public String validate(JwtContext context) throws MalformedClaimException {
        JwtClaims claims = context.getJwtClaims();
        // That this is the issuer by whose settings the token is verified, quarkus-oidc checks beside.
        return issuers.rulesFor(claims.getIssuer()).problem(claims);
    }
}
