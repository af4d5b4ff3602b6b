package io.registrar.access;

import io.quarkus.security.AuthenticationFailedException;
import io.registrar.credential.CredentialKind;
import io.smallrye.mutiny.Uni;

/**
 * A kind of credential by which a caller may come to the registration endpoint (RFC 7591 section 3; metadata reference,
 * E.1). One more kind is one more bean of this type and its name in {@code registrar.access.credentials}; nothing else
 * changes.
 *
 * <p>The kind is decided by the credential's form alone, whether it is admitted or not, and the credential is judged as
 * that kind only: what fails as one kind is never tried as another.
 */
public interface RegistrationCredential {

    /** Its name, in the store, in the audit trail and (with hyphens) in the configuration. */
    CredentialKind kind();

    /** Whether a credential has this kind's form. Nothing is checked yet, and nothing that it says is trusted. */
    boolean recognises(BearerCredential credential);

    /** Where several kinds recognise a form, the one with the highest precedence is meant: the narrowest form. */
    default int precedence() {
        return 0;
    }

    /**
     * Judges a credential that has this kind's form.
     *
     * @return what it allows; a failure with {@link AuthenticationFailedException} where it is not valid (401), with
     *     {@link IssuerUnavailableException} where that cannot be said now (503)
     */
    Uni<Admission> judge(PresentedCredential presented);
}
