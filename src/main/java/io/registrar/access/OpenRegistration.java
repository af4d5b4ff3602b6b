package io.registrar.access;

import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import io.registrar.metadata.TrustTier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Open registration: anybody may register, without a credential (RFC 7591 section 3). A credential that is there is
 * judged all the same, as what it is; a bad one does not make its sender nobody.
 */
@Singleton
class OpenRegistration implements RegistrationCredential {

    private final AccessSettings settings;

    OpenRegistration(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public CredentialKind kind() {
        return CredentialKind.OPEN;
    }

    @Override
    public boolean recognises(BearerCredential credential) {
        return credential.form() == BearerCredential.Form.ABSENT;
    }

    @Override
    public Uni<Admission> judge(PresentedCredential presented) {
        Caller anybody = new Caller(
                CredentialKind.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(settings.openPolicy()));
        return Uni.createFrom().item(Admission.toRegister(anybody, TrustTier.ANONYMOUS));
    }
}
