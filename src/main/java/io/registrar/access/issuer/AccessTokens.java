package io.registrar.access.issuer;

import io.registrar.access.Admission;
import io.registrar.access.BearerCredential;
import io.registrar.access.PresentedCredential;
import io.registrar.access.RegistrationCredential;
import io.registrar.access.Rejection;
import io.registrar.credential.CredentialKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** JWT access tokens of the trusted issuers (RFC 9068; metadata reference, section I). */
@Singleton
class AccessTokens implements RegistrationCredential {

    private final TrustedIssuers issuers;
    private final AccessTokenVerification verification;

    AccessTokens(TrustedIssuers issuers, AccessTokenVerification verification) {
        this.issuers = issuers;
        this.verification = verification;
    }

    @Override
    public CredentialKind kind() {
        return CredentialKind.ACCESS_TOKEN;
    }

    @Override
    public boolean recognises(BearerCredential credential) {
        return credential.isJwt();
    }

    /** Every JWT is one, unless another kind knows it by what it says of itself. */
    @Override
    public int precedence() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Uni<Admission> judge(PresentedCredential presented) {
        return UnverifiedIssuer.of(presented.credential())
                .flatMap(issuers::named)
                .map(issuer -> judge(issuer, presented))
                .orElseGet(Rejection::invalid);
    }

    private Uni<Admission> judge(TrustedIssuer issuer, PresentedCredential presented) {
        return verification.verify(issuer, presented).map(identity -> issuer.admission()
                .of(new VerifiedToken((JsonWebToken) identity.getPrincipal())));
    }
}
