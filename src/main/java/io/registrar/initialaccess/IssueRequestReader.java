package io.registrar.initialaccess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.RequestJson;
import io.registrar.metadata.policy.RegistrationPolicies;
import io.registrar.metadata.policy.RegistrationPolicy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what an operator wants of an initial access token. Unknown members are refused: a bound with a typing error in its
 * name would bind nothing.
 */
@Startup
@Singleton
class IssueRequestReader {

    private static final Duration A_YEAR = Duration.ofDays(366);
    private static final Set<String> MEMBERS =
            Set.of("label", "expires_in", "not_before", "max_uses", "policy", "limits", "tenant");
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_TENANT = 100;
    private static final int SHORTEST_LIFETIME = 60;
    private static final long LATEST = 253_402_300_799L;

    private final InitialAccessTokenSettings settings;
    private final RegistrationPolicies policies;
    private final Clock clock;

    /** @throws ConfigurationException when a setting is out of bounds */
    IssueRequestReader(InitialAccessTokenSettings settings, RegistrationPolicies policies, Clock clock) {
        Duration longest = settings.longestLifetime();
        if (longest.toSeconds() < SHORTEST_LIFETIME || longest.compareTo(A_YEAR) > 0) {
            throw new ConfigurationException(
                    "registrar.initial-access-tokens.longest-lifetime must be from a minute to a year");
        }
        if (settings.defaultLifetime().toSeconds() < SHORTEST_LIFETIME
                || settings.defaultLifetime().compareTo(longest) > 0) {
            throw new ConfigurationException("registrar.initial-access-tokens.default-lifetime must be from a minute"
                    + " to registrar.initial-access-tokens.longest-lifetime");
        }
        if (settings.mostUses() < 1) {
            throw new ConfigurationException("registrar.initial-access-tokens.most-uses must be at least 1");
        }
        this.settings = settings;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @param body a JSON document
     * @throws InvalidClientMetadataException with everything that is wrong with it
     */
    IssueRequest read(byte[] body) {
        ObjectNode document = RequestJson.read(body);
        Members members = new Members(document);
        members.refuseAllBut(MEMBERS);
        String policy = policy(members);
        IssueRequest request = new IssueRequest(
                members.text("label", LONGEST_LABEL).orElse(""),
                members.integer(
                                "expires_in",
                                SHORTEST_LIFETIME,
                                settings.longestLifetime().toSeconds())
                        .map(Duration::ofSeconds)
                        .orElse(settings.defaultLifetime()),
                members.integer("not_before", 0, LATEST).map(Instant::ofEpochSecond),
                members.integer("max_uses", 1, settings.mostUses()).orElse(1L).intValue(),
                policy,
                members.object("limits").flatMap(limits -> limits(limits, policy, members)),
                members.text("tenant", LONGEST_TENANT).orElse(""));
        refuseEndBeforeBeginning(request, members);
        members.throwIfAnyIsWrong();
        return request;
    }

    private void refuseEndBeforeBeginning(IssueRequest request, Members members) {
        Instant end = clock.instant().plus(request.lifetime());
        if (request.notBefore().filter(beginning -> !beginning.isBefore(end)).isPresent()) {
            members.refuse("not_before", "must be before the token ends, which expires_in counts from now");
        }
    }

    private Optional<String> limits(JsonNode limits, String policy, Members members) {
        try {
            return Optional.of(policies.limits(limits, policy).toJson().toString());
        } catch (InvalidClientMetadataException refused) {
            members.refuse("limits", refused.violations());
            return Optional.empty();
        }
    }

    private String policy(Members members) {
        Optional<String> named = members.text("policy", LONGEST_LABEL);
        if (named.filter(policy -> !policies.names().contains(policy)).isPresent()) {
            members.refuse("policy", "there is no registration policy of that name");
        }
        return named.orElse(RegistrationPolicy.DEFAULT);
    }
}
