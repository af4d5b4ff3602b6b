package io.registrar.registration;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.credential.CredentialSettings;
import io.registrar.credential.IssuedCredentials;
import io.registrar.credential.IssuedSecret;
import io.registrar.credential.RandomCredentials;
import io.registrar.credential.Secret;
import io.registrar.http.ManagementSettings;
import io.registrar.metadata.ValidatedClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Issues random identifiers and credentials. */
@Startup
@Singleton
class LocalCredentialIssuer implements CredentialIssuer {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(1);

    private final RandomCredentials random;
    private final CredentialSettings settings;
    private final ManagementSettings management;
    private final Clock clock;

    /** @throws ConfigurationException when the lifetime of secrets, or of what was before them, is out of bounds */
    LocalCredentialIssuer(
            RandomCredentials random, CredentialSettings settings, ManagementSettings management, Clock clock) {
        if (settings.secretLifetime().filter(it -> it.compareTo(SHORTEST) < 0).isPresent()) {
            throw new ConfigurationException("registrar.credentials.secret-lifetime must be a minute at least");
        }
        Duration overlap = settings.secretOverlap();
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new ConfigurationException("registrar.credentials.secret-overlap must be from none to seven days");
        }
        Duration grace = management.previousTokenGrace();
        if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
            throw new ConfigurationException("registrar.management.previous-token-grace must be from none to a minute");
        }
        this.random = random;
        this.settings = settings;
        this.management = management;
        this.clock = clock;
    }

    @Override
    public IssuedCredentials issue(ValidatedClient client) {
        // Whole seconds, as they go over the wire: what is answered and what is stored are the same instant.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<IssuedSecret> secret = client.needsSecret() ? Optional.of(issueSecret(now)) : Optional.empty();
        Optional<Secret> token = management.enabled() ? Optional.of(issueRegistrationAccessToken()) : Optional.empty();
        return new IssuedCredentials(random.clientId(), now, secret, token);
    }

    @Override
    public Secret issueRegistrationAccessToken() {
        return random.registrationAccessToken();
    }

    @Override
    public IssuedSecret issueSecret(Instant issuedAt) {
        return new IssuedSecret(random.clientSecret(), settings.secretLifetime().map(issuedAt::plus));
    }
}
