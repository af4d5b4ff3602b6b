package io.registrar.registration;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
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
@Startup
@ApplicationScoped
class LocalCredentialIssuer implements CredentialIssuer {

    private final RandomCredentials random;
    private final CredentialSettings settings;
    private final Clock clock;

    LocalCredentialIssuer(RandomCredentials random, CredentialSettings settings, Clock clock) {
        this.random = random;
        this.settings = checked(settings);
        this.clock = clock;
    }

    private static CredentialSettings checked(CredentialSettings settings) {
        // A client secret's end goes over the wire in whole seconds, in the future (metadata reference, J.4).
        if (settings.secretLifetime().filter(it -> it.toSeconds() < 1).isPresent()) {
            throw new ConfigurationException(
                    "registrar.credentials.secret-lifetime must be a second or more; unset it for secrets without an end");
        }
        return settings;
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
