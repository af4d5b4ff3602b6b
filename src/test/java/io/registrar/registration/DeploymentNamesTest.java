package io.registrar.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.registrar.discovery.DiscoverySettings;
import io.registrar.http.ServiceSettings;
import io.registrar.metadata.DeploymentPolicy;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.uri.FetchUri;
import io.registrar.outbound.ThisMachine;
import io.registrar.testing.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client may not have this deployment's own names fetched (reference F.1 step 1). */
class DeploymentNamesTest {

    private static DeploymentPolicy policy(Map<String, String> outbound) {
        return new DeploymentNames(
                        Settings.of(OutboundPolicy.class, outbound),
                        Settings.of(
                                ServiceSettings.class,
                                Map.of(
                                        "registrar.public-base-url",
                                        "https://Config.example.com:8443/clients",
                                        "registrar.allowed-hosts",
                                        "gateway.example.com, Ported.example.com:9443")),
                        Settings.of(
                                DiscoverySettings.class,
                                Map.of("registrar.discovery.issuer", "https://discovered.example.com")))
                .policy(Optional.of("https://id.example.com/realms/one"), Optional.of("https://issuer.example.com"));
    }

    private static Optional<String> problem(String host, Map<String, String> outbound) {
        return FetchUri.problem("https://" + host + "/sector.json", 2048, false, policy(outbound));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.example.com",
                "CONFIG.example.com",
                "gateway.example.com",
                "ported.example.com",
                "discovered.example.com",
                "id.example.com",
                "issuer.example.com"
            })
    void aNameOfThisDeploymentIsNotFetched(String host) {
        assertTrue(problem(host, Map.of()).isPresent());
    }

    @Test
    void theMachineItselfIsNotFetched() {
        assertTrue(policy(Map.of())
                .deniedNames()
                .orElseThrow()
                .contains(ThisMachine.name().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "app.config.example.com", "other.example.com"})
    void itsNeighboursAre(String host) {
        assertEquals(Optional.empty(), problem(host, Map.of()));
    }

    @Test
    void whatTheOperatorDeniesIsDeniedToo() {
        assertTrue(problem("other.example.com", Map.of("registrar.outbound.denied-names", "other.example.com"))
                .isPresent());
    }

    @Test
    void anExceptionOfTheOperatorCountsMore() {
        assertEquals(
                Optional.empty(),
                problem(
                        "id.example.com",
                        Map.of("registrar.outbound.allowed-fetch-networks.\"id.example.com\"", "10.1.0.0/16")));
    }

    @Test
    void anIssuerThatIsNoAddressNamesNoHost() {
        DeploymentPolicy policy = new DeploymentNames(
                        Settings.of(OutboundPolicy.class, new HashMap<>()),
                        Settings.of(
                                ServiceSettings.class,
                                Map.of("registrar.public-base-url", "https://config.example.com")),
                        Settings.of(DiscoverySettings.class, Map.of()))
                .policy(Optional.empty(), Optional.of("no address"));
        assertTrue(policy.ownNames().contains("config.example.com"));
    }
}
