package io.registrar.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.testing.Settings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A deployment in which tests register clients: the real defaults, and what a test says otherwise. */
final class Registrations {

    static final String REGISTRATION_SCOPE = "IdentityServer.Configuration";

    private final MetadataReader reader;
    private final ClientMetadataValidator validator;

    private Registrations(MetadataPolicy policy, OutboundPolicy outbound) {
        this.reader = new MetadataReader(policy);
        this.validator = new ClientMetadataValidator(policy, outbound, Set.of(REGISTRATION_SCOPE));
    }

    /** Properties as pairs: {@code "allow-implicit", "true"}; names without a dot in front are of registrar.metadata. */
    static Registrations with(String... settings) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            String name = settings[i].startsWith("registrar.") ? settings[i] : "registrar.metadata." + settings[i];
            properties.put(name, settings[i + 1]);
        }
        return new Registrations(
                Settings.of(MetadataPolicy.class, properties), Settings.of(OutboundPolicy.class, properties));
    }

    ValidatedClient register(byte[] body) {
        return validator.validate(reader.read(body), TrustTier.AUTHENTICATED);
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
}
