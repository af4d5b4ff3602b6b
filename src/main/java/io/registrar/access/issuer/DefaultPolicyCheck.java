package io.registrar.access.issuer;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.registrar.access.AccessSettings;
import io.registrar.access.TokenSettings;
import io.registrar.credential.CredentialKind;
import io.registrar.metadata.policy.RegistrationPolicies;
import io.registrar.metadata.policy.RegistrationPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Warns in one line of a policy {@code default} that bounds nothing, where callers have it for whom nothing was chosen.
 * Not in development, where that is what one begins with.
 */
@Startup
@Singleton
final class DefaultPolicyCheck {

    private static final Logger LOG = Logger.getLogger(DefaultPolicyCheck.class);
    private static final String PREFIX = "registrar.access.";

    @Inject
    DefaultPolicyCheck(AccessSettings settings, DefaultIssuer defaultIssuer, RegistrationPolicies policies) {
        this(settings, defaultIssuer.isConfigured(), policies, LaunchMode.current());
    }

    /** @param hasDefaultIssuer whether there is an issuer in {@code quarkus.oidc} */
    DefaultPolicyCheck(
            AccessSettings settings, boolean hasDefaultIssuer, RegistrationPolicies policies, LaunchMode mode) {
        List<String> ways = waysTo(RegistrationPolicy.DEFAULT, settings, hasDefaultIssuer);
        if (mode != LaunchMode.DEVELOPMENT
                && !ways.isEmpty()
                && policies.named(RegistrationPolicy.DEFAULT).demandsNothing()) {
            LOG.warnf(
                    "The registration policy default bounds nothing, and callers for whom no other is chosen have it."
                            + " Bound it by registrar.policies.default.*, or name another one in %s",
                    String.join(", ", ways));
        }
    }

    /** The settings that give a policy to whoever comes, with a token of their issuer or without. */
    private static List<String> waysTo(String policy, AccessSettings settings, boolean hasDefaultIssuer) {
        List<String> ways = new ArrayList<>();
        if (admits(settings, CredentialKind.ACCESS_TOKEN)) {
            String scope = settings.registrationScope();
            if (hasDefaultIssuer) {
                addWays(ways, PREFIX, settings, policy, scope);
            }
            new TreeMap<>(settings.issuers())
                    .forEach((name, issuer) -> addWays(ways, PREFIX + "issuers." + name + ".", issuer, policy, scope));
        }
        if (admits(settings, CredentialKind.OPEN) && settings.openPolicy().equals(policy)) {
            ways.add(PREFIX + "open-policy");
        }
        return ways;
    }

    private static boolean admits(AccessSettings settings, CredentialKind kind) {
        return settings.credentials().contains(kind.settingName());
    }

    private static void addWays(
            List<String> ways, String prefix, TokenSettings issuer, String policy, String registrationScope) {
        if (FallbackPolicy.of(issuer).filter(policy::equals).isPresent()) {
            ways.add(prefix + "fallback-policy");
        }
        for (int i = 0; i < issuer.policies().size(); i++) {
            TokenSettings.PolicyChoice entry = issuer.policies().get(i);
            if (entry.policy().equals(policy) && FallbackPolicy.isForEverybody(entry, registrationScope)) {
                ways.add(prefix + "policies[" + i + "].policy");
            }
        }
    }
}
