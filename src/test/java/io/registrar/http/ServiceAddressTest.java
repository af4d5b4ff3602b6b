package io.registrar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.testing.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://config.example.com",
                "https://config.example.com:8443",
                "https://gateway.example.com/clients",
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://[::1]:8080"
            })
    void urlsAreBuiltFromThePublicOne(String url) {
        ServiceAddress address = address(Map.of("registrar.public-base-url", url));

        assertEquals(url + "/connect/dcr/abc", address.registrationClientUri("abc"));
    }

    @Test
    void thePathIsTheConfiguredOne() {
        ServiceAddress address = address(Map.of(
                "registrar.public-base-url",
                "https://config.example.com",
                "registrar.registration-path",
                "/api/v1/clients"));

        assertEquals("https://config.example.com/api/v1/clients", address.registrationEndpoint());
    }

    @ParameterizedTest
    @CsvSource({
        "https://config.example.com, /connect/dcr, https://config.example.com/.well-known/oauth-protected-resource/connect/dcr",
        "https://config.example.com:8443, /dcr, https://config.example.com:8443/.well-known/oauth-protected-resource/dcr",
        "https://gateway.example.com/a, /dcr, https://gateway.example.com/.well-known/oauth-protected-resource/a/dcr",
        "http://[::1]:8080, /dcr, http://[::1]:8080/.well-known/oauth-protected-resource/dcr"
    })
    void theMetadataIsBetweenHostAndPath(String base, String path, String url) {
        ServiceAddress address =
                address(Map.of("registrar.public-base-url", base, "registrar.registration-path", path));

        assertEquals(url, address.resourceMetadata());
        assertTrue(address.isResourceMetadata("/.well-known/oauth-protected-resource" + path));
    }

    @ParameterizedTest
    @CsvSource({
        "registrar.public-base-url, http://config.example.com",
        "registrar.public-base-url, http://127.0.0.2",
        "registrar.public-base-url, http://localhost.evil.example",
        "registrar.public-base-url, https://config.example.com/",
        "registrar.public-base-url, https://config.example.com?a=b",
        "registrar.public-base-url, https://config.example.com#a",
        "registrar.public-base-url, https://user@config.example.com",
        "registrar.public-base-url, config.example.com",
        "registrar.public-base-url, ftp://config.example.com",
        "registrar.registration-path, connect/dcr",
        "registrar.registration-path, /",
        "registrar.registration-path, /connect/dcr/",
        "registrar.registration-path, /a//b",
        "registrar.registration-path, /a/../b",
        "registrar.registration-path, /a;b",
        "registrar.registration-path, /a%2Fb"
    })
    void whatCannotBeAnAddressStopsTheStart(String setting, String value) {
        ConfigurationException refusal =
                assertThrows(ConfigurationException.class, () -> address(Map.of(setting, value)));

        assertTrue(refusal.getMessage().startsWith(setting + " must "), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "registrar.max-body-size, 0",
        "registrar.max-body-size, -1",
        "registrar.body-timeout, PT0S",
        "registrar.body-timeout, -PT1S"
    })
    void aBodyThatCouldNeverArriveStopsTheStart(String setting, String value) {
        ServiceSettings settings = Settings.of(ServiceSettings.class, Map.of(setting, value));

        ConfigurationException refusal = assertThrows(
                ConfigurationException.class,
                () -> new RequestGuard(new ServiceAddress(settings), settings, null, null, null));

        assertTrue(refusal.getMessage().startsWith(setting + " must "), refusal::getMessage);
    }

    private static ServiceAddress address(Map<String, String> properties) {
        return new ServiceAddress(Settings.of(ServiceSettings.class, properties));
    }
}
