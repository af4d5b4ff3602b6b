package io.registrar.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.credential.CredentialKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Open registration is a word too much in a configuration, so that in production it takes two. */
@Startup
@Singleton
final class OpenRegistrationCheck {

    private static final Logger LOG = Logger.getLogger(OpenRegistrationCheck.class);

    @Inject
    OpenRegistrationCheck(AccessSettings settings) {
        this(settings, LaunchMode.current());
    }

    /** @throws ConfigurationException in production, unless a second setting says that this is meant */
    OpenRegistrationCheck(AccessSettings settings, LaunchMode mode) {
        if (!settings.credentials().contains(CredentialKind.OPEN.settingName())) {
            return;
        }
        if (mode == LaunchMode.NORMAL && !settings.allowOpenRegistrationInProduction()) {
            throw new ConfigurationException("registrar.access.credentials holds open: anybody who reaches this service"
                    + " could register clients. Take it out, or set"
                    + " registrar.access.allow-open-registration-in-production=true if that is meant");
        }
        LOG.warnf(
                "Open registration is on: anybody who reaches this service can register clients, within the policy %s",
                settings.openPolicy());
    }
}
