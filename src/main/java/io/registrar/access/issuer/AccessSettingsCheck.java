package io.registrar.access.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.registrar.access.AccessSettings;
import io.registrar.access.EmptySettings;
import io.registrar.access.TokenSettings;
import io.registrar.credential.CredentialKind;
import io.registrar.metadata.policy.RegistrationPolicies;
import io.registrar.metadata.uri.ConfiguredUrl;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Stops the start when a setting would open what it is meant to close. */
@Startup
@Singleton
final class AccessSettingsCheck {

    private static final Logger LOG = Logger.getLogger(AccessSettingsCheck.class);
    private static final String PREFIX = "registrar.access.";

    /** RFC 6749 section 3.3: one scope-token; it is also written into challenges. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]++");

    /** The settings that say which policy a caller has, as in files and as in the environment. */
    private static final Pattern CHOICE =
            Pattern.compile("registrar\\.access\\.(issuers\\..+\\.)?(policies\\[|conditions\\[|fallback-policy)"
                    + "|REGISTRAR_ACCESS_(ISSUERS_.+_)?(POLICIES_|CONDITIONS_|FALLBACK_POLICY)");

    /** Metadata reference, I.2. */
    private static final int MOST_SKEW_SECONDS = 60;

    /** @throws ConfigurationException naming the setting and how to mend it */
    @Inject
    AccessSettingsCheck(
            AccessSettings settings,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> address,
            @ConfigProperty(name = "quarkus.oidc.discovery-enabled", defaultValue = "true") boolean discovery,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<Set<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace", defaultValue = "0") int grace,
            RegistrationPolicies policies,
            TlsConfigurationRegistry tls,
            Config config) {
        this(
                settings,
                new DefaultIssuerSettings(address, discovery, issuer, audience.orElse(Set.of()), grace),
                policies.names()::contains,
                name -> tls.get(name).isPresent());
        checkChoices(config);
    }

    /** @param isTls whether a TLS configuration of that name is there */
    AccessSettingsCheck(
            AccessSettings settings,
            DefaultIssuerSettings defaultIssuer,
            Predicate<String> isPolicy,
            Predicate<String> isTls) {
        checkDefaultIssuer(defaultIssuer, settings);
        checkScope("registration-scope", settings.registrationScope());
        checkScope("operator-scope", settings.operatorScope());
        require(
                !settings.operatorScope().equals(settings.registrationScope()),
                PREFIX
                        + "operator-scope must be another than the registration scope: whoever registers is no operator");
        checkAudience(PREFIX + "audience", settings.audience());
        require(
                settings.clockSkewSeconds() >= 0 && settings.clockSkewSeconds() <= MOST_SKEW_SECONDS,
                PREFIX + "clock-skew-seconds must be from 0 to " + MOST_SKEW_SECONDS);
        require(
                defaultIssuer.grace() == settings.clockSkewSeconds(),
                "quarkus.oidc.token.lifespan-grace must be left out: " + PREFIX + "clock-skew-seconds says it");
        require(isPolicy.test(settings.openPolicy()), PREFIX + "open-policy must name a policy that is configured");
        PolicyReferences references = new PolicyReferences(settings.registrationScope(), isPolicy);
        checkTokens(PREFIX, settings, references);
        Set<String> identifiers =
                new HashSet<>(defaultIssuer.identifier().stream().toList());
        IssuerSettingsCheck further = new IssuerSettingsCheck(references, isTls);
        settings.issuers().forEach((name, issuer) -> {
            String prefix = PREFIX + "issuers." + name + ".";
            checkTokens(prefix, issuer, references);
            further.check(prefix, issuer);
            require(
                    identifiers.add(issuer.issuer()),
                    prefix + "issuer must be another than that of quarkus.oidc and of every other entry");
        });
    }

    /**
     * What {@code quarkus.oidc} says of its issuer.
     *
     * @param address below which it is
     * @param discovery whether it is asked for its name
     * @param issuer its name, where it is not
     * @param audience the audiences of this service in its tokens
     * @param grace how many seconds after {@code exp} its tokens are admitted
     */
    record DefaultIssuerSettings(
            Optional<String> address, boolean discovery, Optional<String> issuer, Set<String> audience, int grace) {

        Optional<String> identifier() {
            return issuer.or(() -> address);
        }
    }

    private static void checkDefaultIssuer(DefaultIssuerSettings issuer, AccessSettings settings) {
        require(
                issuer.issuer().isPresent() ? !issuer.issuer().get().equals("any") : issuer.discovery(),
                "quarkus.oidc.token.issuer must name the issuer where discovery does not, and cannot be any");
        checkAudience("quarkus.oidc.token.audience", issuer.audience());
        require(
                issuer.address().isPresent()
                        || !settings.issuers().isEmpty()
                        || !settings.credentials().contains(CredentialKind.ACCESS_TOKEN.settingName()),
                "quarkus.oidc.auth-server-url must name the issuer whose access tokens are admitted");
        issuer.address()
                .filter(url -> !ConfiguredUrl.isSecure(url))
                .ifPresent(url -> LOG.warnf(
                        "quarkus.oidc.auth-server-url is %s: whoever is on the way there can put keys of his own in the"
                                + " place of the issuer's; use https",
                        url));
    }

    /** What says nothing of a caller chooses its policy, or lets it in, all the same. */
    static void checkChoices(Config config) {
        List<String> empty =
                EmptySettings.of(config, name -> CHOICE.matcher(name).lookingAt());
        require(empty.isEmpty(), String.join(", ", empty) + " must say something, or be left out");
    }

    private static void checkScope(String setting, String scope) {
        require(
                SCOPE.matcher(scope).matches(),
                PREFIX + setting + " must be one scope, without blanks, quotes and backslashes");
    }

    private static void checkTokens(String prefix, TokenSettings settings, PolicyReferences references) {
        require(
                settings.signatureAlgorithms().stream()
                        .map(JWSAlgorithm::parse)
                        .allMatch(JWSAlgorithm.Family.SIGNATURE::contains),
                prefix + "signature-algorithms must hold asymmetric JWS algorithms only, such as RS256");
        require(
                settings.maxTokenAge().map(age -> !age.isNegative()).orElse(true),
                prefix + "max-token-age must not be negative: no token would be admitted");
        references.check(prefix, settings);
    }

    static void checkAudience(String setting, Set<String> audience) {
        require(
                !audience.isEmpty() && !audience.contains("any"),
                setting + " must name this service; any is no audience");
    }

    static void require(boolean holds, String mend) {
        if (!holds) {
            throw new ConfigurationException(mend);
        }
    }
}
