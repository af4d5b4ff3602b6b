package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.policy.Deployment;
import io.registrar.metadata.policy.Entitlement;
import io.registrar.metadata.policy.PolicyLimits;
import io.registrar.metadata.policy.RegistrationPolicies;
import io.registrar.metadata.policy.RegistrationPolicy;
import io.registrar.metadata.policy.RegistrationPolicySettings;
import io.registrar.testing.Settings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A deployment in which tests register clients: the real defaults, and what a test says otherwise. */
final class Registrations {

    static final String REGISTRATION_SCOPE = "IdentityServer.Configuration";

    private final MetadataReader reader;
    private final ClientMetadataValidator validator;
    private final RegistrationPolicies policies;
    private final Entitlement caller;

    private Registrations(
            MetadataReader reader,
            ClientMetadataValidator validator,
            RegistrationPolicies policies,
            Entitlement caller) {
        this.reader = reader;
        this.validator = validator;
        this.policies = policies;
        this.caller = caller;
    }

    /** Properties as pairs: {@code "allow-implicit", "true"}; names without a dot in front are of registrar.metadata. */
    static Registrations with(String... settings) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            String name = settings[i].startsWith("registrar.") ? settings[i] : "registrar.metadata." + settings[i];
            properties.put(name, settings[i + 1]);
        }
        MetadataPolicy policy = Settings.of(MetadataPolicy.class, properties);
        OutboundPolicy outbound = Settings.of(OutboundPolicy.class, properties);
        Set<String> reserved = Set.of(REGISTRATION_SCOPE);
        RegistrationPolicies policies = RegistrationPolicies.of(
                Settings.of(RegistrationPolicySettings.class, properties), new Deployment(policy, outbound, reserved));
        return new Registrations(
                new MetadataReader(policy),
                new ClientMetadataValidator(policy, outbound, reserved),
                policies,
                new Entitlement(TrustTier.AUTHENTICATED, policies.named(RegistrationPolicy.DEFAULT)));
    }

    /** The settings of a table, {@code allow-implicit=true;profile=oauth21}; {@code null} for none. */
    static Registrations withSettings(String settings) {
        return settings == null
                ? with()
                : with(Stream.of(settings.split(";"))
                        .flatMap(setting -> Stream.of(setting.split("=", 2)))
                        .toArray(String[]::new));
    }

    /** The same deployment, for such a caller. */
    Registrations as(TrustTier caller) {
        return new Registrations(reader, validator, policies, new Entitlement(caller, this.caller.policy()));
    }

    /** The same deployment, for a caller with the policy of that name. */
    Registrations under(String policy) {
        return new Registrations(reader, validator, policies, new Entitlement(caller.tier(), policies.named(policy)));
    }

    /** The same deployment, for a caller whose policy is narrowed by these limits. */
    Registrations within(String limits) {
        // By themselves: a policy may have changed since they were issued.
        PolicyLimits narrowing = policies.limits(Json.value(limits), "");
        return new Registrations(
                reader,
                validator,
                policies,
                new Entitlement(caller.tier(), caller.policy().narrowedBy(narrowing)));
    }

    /** Where limits that are to narrow the caller's policy cannot be meant. */
    List<String> problemsOfLimits(String limits) {
        try {
            policies.limits(Json.value(limits), caller.policy().name());
            return List.of();
        } catch (InvalidClientMetadataException refused) {
            return refused.violations().stream().map(Violation::pointer).toList();
        }
    }

    /** What the caller is told that it may register. */
    ObjectNode described() {
        return validator.describe(caller);
    }

    ValidatedClient register(byte[] body) {
        return validator.validate(reader.read(body), caller);
    }

    ValidatedClient register(String body) {
        return register(body.getBytes(StandardCharsets.UTF_8));
    }

    ValidatedClient register(ObjectNode body) {
        return register(body.toString());
    }

    /** Every violation, none when the registration is accepted. */
    List<Violation> violations(String body) {
        return violations(body.getBytes(StandardCharsets.UTF_8));
    }

    List<Violation> violations(byte[] body) {
        try {
            register(body);
            return List.of();
        } catch (InvalidClientMetadataException e) {
            return e.violations();
        }
    }

    List<Violation> violations(ObjectNode body) {
        return violations(body.toString());
    }

    /** Where the violations are, none when the registration is accepted. */
    List<String> pointers(ObjectNode body) {
        return violations(body).stream().map(Violation::pointer).toList();
    }

    /** What is registered and returned. */
    ObjectNode kept(ObjectNode body) {
        return register(body).metadata().toJson();
    }

    /**
     * Holds a row of a table against what happens.
     *
     * @param outcome {@code +} when everything sent comes back as it was sent; after it, as JSON members, what comes
     *     back otherwise ({@code null}: nothing); or the pointers of all violations, in order
     */
    void expect(ObjectNode client, String outcome) {
        if (!outcome.startsWith("+")) {
            assertEquals(List.of(outcome.split(" ")), pointers(client), client::toString);
            return;
        }
        assertEquals(List.of(), violations(client), client::toString);
        ObjectNode kept = kept(client);
        ObjectNode expected = client.deepCopy();
        expected.setAll(Json.object("{" + outcome.substring(1) + "}"));
        expected.properties().forEach(member -> {
            JsonNode value = member.getValue().isNull() ? null : member.getValue();
            assertEquals(text(value), text(kept.get(member.getKey())), member.getKey());
        });
    }

    // Numbers are equal when they are written alike, whatever the kind of their node.
    private static String text(JsonNode value) {
        return value == null ? "absent" : value.toString();
    }
}
