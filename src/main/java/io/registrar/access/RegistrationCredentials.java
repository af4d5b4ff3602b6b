package io.registrar.access;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of credential that there are, and which of them this deployment admits to the registration endpoint. */
@Startup
@Singleton
final class RegistrationCredentials {

    private final List<RegistrationCredential> kinds;
    private final Set<String> admitted;

    /** @throws ConfigurationException when no kind is admitted, or one that there is not */
    RegistrationCredentials(@All List<RegistrationCredential> kinds, AccessSettings settings) {
        this.kinds = kinds.stream()
                .sorted(Comparator.comparingInt(RegistrationCredential::precedence)
                        .reversed())
                .toList();
        this.admitted = settings.credentials();
        Set<String> known =
                kinds.stream().map(kind -> kind.kind().settingName()).collect(Collectors.toSet());
        if (admitted.isEmpty() || !known.containsAll(admitted)) {
            throw new ConfigurationException("registrar.access.credentials must name at least one of "
                    + known.stream().sorted().collect(Collectors.joining(", ")) + ", and nothing else");
        }
    }

    /** The kind by which a credential is to be judged; empty when its form is of no kind that is admitted. */
    Optional<RegistrationCredential> kindOf(BearerCredential credential) {
        // All kinds are asked: a form whose kind is not admitted must not pass for another one's.
        return kinds.stream()
                .filter(kind -> kind.recognises(credential))
                .findFirst()
                .filter(kind -> admitted.contains(kind.kind().settingName()));
    }
}
