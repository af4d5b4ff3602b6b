package io.registrar.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.registrar.credential.Caller;
import io.registrar.credential.Secret;
import io.registrar.metadata.TrustTier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Says who a request's accepted credential stands for, and what it allows. */
@ApplicationScoped
public class Callers {

    /** The caller behind an accepted credential; behind a registration access token that is the client itself. */
    public Caller callerOf(SecurityIdentity identity) {
        return Admission.of(identity)
                .map(Admission::caller)
                .or(() -> client(identity))
                .orElseGet(Caller::unknown);
    }

    /** How far the caller behind an admitted credential is trusted with sensitive metadata. */
    public TrustTier tierOf(SecurityIdentity identity) {
        return admissionOf(identity).tier();
    }

    /** Which clients the caller behind an admitted credential may see and manage. */
    public Reach reachOf(SecurityIdentity identity) {
        return admissionOf(identity).reach();
    }

    /**
     * All that an admitted credential says and allows.
     *
     * @throws IllegalStateException when the identity comes from a registration access token, which speaks for a client
     */
    public Admission admissionOf(SecurityIdentity identity) {
        return Admission.of(identity)
                .orElseThrow(() -> new IllegalStateException("Registration access tokens do not reach this endpoint"));
    }

    /** The client that a registration access token is bound to; empty for an unknown token. */
    static Optional<String> boundTo(SecurityIdentity identity) {
        return client(identity).flatMap(Caller::clientId);
    }

    private static Optional<Caller> client(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(RegistrationAccessTokens.CALLER));
    }

    /**
     * The registration access token behind an identity, as it was presented.
     *
     * @throws IllegalStateException when the identity comes from another kind of credential
     */
    public Secret registrationAccessTokenOf(SecurityIdentity identity) {
        Secret token = identity.getAttribute(RegistrationAccessTokens.TOKEN);
        if (token == null) {
            throw new IllegalStateException("Only registration access tokens reach this endpoint");
        }
        return token;
    }
}
