package io.registrar.access;

import io.registrar.credential.CredentialKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** JWT access tokens of a trusted issuer (RFC 9068; metadata reference, section I). */
@Singleton
class AccessTokens implements RegistrationCredential {

    private final AccessTokenVerification verification;
    private final AccessTokenAdmission admission;

    AccessTokens(AccessTokenVerification verification, AccessTokenAdmission admission) {
        this.verification = verification;
        this.admission = admission;
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
        return verification
                .verify(presented.token(), presented.request(), presented.identities())
                .map(identity -> admission.of((JsonWebToken) identity.getPrincipal()));
    }
}
