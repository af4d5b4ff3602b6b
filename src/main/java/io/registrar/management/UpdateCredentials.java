package io.registrar.management;

import io.registrar.credential.CredentialSettings;
import io.registrar.http.ManagementSettings;
import io.registrar.http.ManagementSettings.TokenRotation;
import io.registrar.http.RequestRefusedException;
import io.registrar.metadata.ValidatedClient;
import io.registrar.registration.CredentialIssuer;
import io.registrar.store.Replacement.NewSecret;
import io.registrar.store.Replacement.NewToken;
import io.registrar.store.StoredClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** What is issued with an update, and what becomes of what was issued before (reference D.3, D.6, J.5). */
@ApplicationScoped
class UpdateCredentials {

    private final CredentialIssuer issuer;
    private final CredentialSettings credentials;
    private final ManagementSettings management;

    UpdateCredentials(CredentialIssuer issuer, CredentialSettings credentials, ManagementSettings management) {
        this.issuer = issuer;
        this.credentials = credentials;
        this.management = management;
    }

    /**
     * A secret, where the client needs one and has none, or asked for another.
     *
     * @param isAsked whether the update asks for another
     * @throws RequestRefusedException when it asks for another and the client has no use for one
     */
    Optional<NewSecret> secret(StoredClient current, ValidatedClient client, boolean isAsked, Instant now) {
        if (isAsked && !client.needsSecret()) {
            throw RequestRefusedException.badRequest(
                    "This client has no secret to rotate; leave rotate_secret out, or register a method with a secret");
        }
        return client.needsSecret() && (isAsked || hasNone(current))
                ? Optional.of(new NewSecret(issuer.issueSecret(now), now.plus(credentials.secretOverlap())))
                : Optional.empty();
    }

    // A secret that has ended is none: an update is how such a client recovers (reference, J.5).
    private static boolean hasNone(StoredClient current) {
        return current.secret().filter(it -> !it.hasEnded()).isEmpty();
    }

    /** A registration access token, where each update comes with another. */
    Optional<NewToken> token(ManagementRequest request, Instant now) {
        return management.rotateRegistrationToken() == TokenRotation.ON_UPDATE
                ? Optional.of(new NewToken(
                        issuer.issueRegistrationAccessToken(),
                        request.token().digest(),
                        now.plus(management.previousTokenGrace())))
                : Optional.empty();
    }
}
