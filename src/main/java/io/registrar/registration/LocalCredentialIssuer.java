package io.registrar.registration;

import io.registrar.credential.CredentialSettings;
import io.registrar.credential.IssuedCredentials;
import io.registrar.credential.IssuedSecret;
import io.registrar.credential.RandomCredentials;
import io.registrar.metadata.ValidatedClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Issues random identifiers and credentials. */
@ApplicationScoped
class LocalCredentialIssuer implements CredentialIssuer {

    private final RandomCredentials random;
    private final CredentialSettings settings;
    private final Clock clock;

    LocalCredentialIssuer(RandomCredentials random, CredentialSettings settings, Clock clock) {
        this.random = random;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public IssuedCredentials issue(ValidatedClient client) {
        // Whole seconds, as they go over the wire: what is answered and what is stored are the same instant.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<IssuedSecret> secret = client.needsSecret()
                ? Optional.of(new IssuedSecret(
                        random.clientSecret(), settings.secretLifetime().map(now::plus)))
                : Optional.empty();
        return new IssuedCredentials(random.clientId(), now, secret, random.registrationAccessToken());
    }
}
