package io.registrar.access;

import com.nimbusds.jose.JWSAlgorithm;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start when a setting would open what it is meant to close. */
@Startup
@Singleton
final class AccessSettingsCheck {

    /** RFC 6749 section 3.3: one scope-token; it is also written into challenges. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]++");

    /** @throws ConfigurationException naming the setting and how to mend it */
    AccessSettingsCheck(
            AccessSettings settings,
            @ConfigProperty(name = "quarkus.oidc.discovery-enabled", defaultValue = "true") boolean discovery,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer) {
        require(
                issuer.isPresent() ? !issuer.get().equals("any") : discovery,
                "quarkus.oidc.token.issuer must name the issuer where discovery does not, and cannot be any");
        require(
                SCOPE.matcher(settings.registrationScope()).matches(),
                "registrar.access.registration-scope must be one scope, without blanks, quotes and backslashes");
        require(
                SCOPE.matcher(settings.operatorScope()).matches(),
                "registrar.access.operator-scope must be one scope, without blanks, quotes and backslashes");
        require(
                settings.signatureAlgorithms().stream()
                        .map(JWSAlgorithm::parse)
                        .allMatch(JWSAlgorithm.Family.SIGNATURE::contains),
                "registrar.access.signature-algorithms must hold asymmetric JWS algorithms only, such as RS256");
        require(
                !settings.audience().isEmpty() && !settings.audience().contains("any"),
                "registrar.access.audience must name this service; any is no audience");
    }

    private static void require(boolean holds, String mend) {
        if (!holds) {
            throw new ConfigurationException(mend);
        }
    }
}
