package io.registrar.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.access.BearerCredential.Form;
import io.registrar.credential.CredentialKind;
import io.registrar.testing.Settings;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kind of a credential is decided by its form, before any check and once (metadata reference, E.1). */
class RegistrationCredentialsTest {

    private static final List<RegistrationCredential> KINDS = List.of(
            new Prefixed("access_token", "ey", -1),
            new Prefixed("workload_identity", "eyS", 0),
            new Prefixed("x", "x_", 0));

    @ParameterizedTest
    @CsvSource({
        "eyABC, 'access-token,workload-identity', access_token",
        "eySPI, 'access-token,workload-identity', workload_identity",
        "x_abc, 'access-token,x', x",
        "eySPI, access-token, none",
        "eyABC, workload-identity, none",
        "x_abc, 'access-token,workload-identity', none",
        "other, 'access-token,workload-identity,x', none"
    })
    void theNarrowestFormDecidesAndOnlyAdmittedKindsJudge(String token, String admitted, String kind) {
        assertEquals(
                kind,
                credentials(admitted)
                        .kindOf(new BearerCredential(Form.BEARER, token))
                        .map(found -> found.kind().wireName())
                        .orElse("none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "initial-access-token", "access-token,nothing"})
    void aKindThatThereIsNotStopsTheStart(String admitted) {
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> credentials(admitted));

        assertTrue(refusal.getMessage().contains("access-token, workload-identity, x"), refusal::getMessage);
    }

    private static RegistrationCredentials credentials(String admitted) {
        return new RegistrationCredentials(
                KINDS,
                Settings.of(
                        AccessSettings.class,
                        Map.of("registrar.access.audience", "config", "registrar.access.credentials", admitted)));
    }

    private record Prefixed(String name, String prefix, int precedence) implements RegistrationCredential {

        @Override
        public CredentialKind kind() {
            return CredentialKind.of(name);
        }

        @Override
        public boolean recognises(BearerCredential credential) {
            return credential.hasPrefix(prefix);
        }

        @Override
        public Uni<Admission> judge(PresentedCredential presented) {
            return Rejection.invalid();
        }
    }
}
