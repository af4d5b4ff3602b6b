package io.registrar.registration;

import io.registrar.credential.IssuedCredentials;
import io.registrar.credential.IssuedSecret;
import io.registrar.credential.Secret;
import io.registrar.metadata.ValidatedClient;
import java.time.Instant;

/** Who issues a new client's identifier, secret and registration access token; here this service itself. */
public interface CredentialIssuer {

    /** Issues everything a client with this metadata needs, stamped with one reading of the clock. */
    IssuedCredentials issue(ValidatedClient client);

    /**
     * Issues one more secret to a client that is registered already.
     *
     * @param issuedAt what it is stamped with
     */
    IssuedSecret issueSecret(Instant issuedAt);

    /** Issues one more registration access token to a client that is registered already. */
    Secret issueRegistrationAccessToken();
}
