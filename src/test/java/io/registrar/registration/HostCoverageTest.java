package io.registrar.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.registrar.access.AccessSettings;
import io.registrar.metadata.MetadataPolicy;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.metadata.policy.RegistrationPolicySettings;
import io.registrar.testing.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The start says of each policy that bounds hosts which members it bounds, in one line. */
class HostCoverageTest {

    private static final String BROWSER = "redirect_uris, initiate_login_uri, post_logout_redirect_uris,"
            + " frontchannel_logout_uri, allowed_cors_origins";
    private static final String OTHERS = "client_uri, logo_uri, tos_uri, policy_uri, contacts, jwks_uri,"
            + " sector_identifier_uri, request_uris, backchannel_logout_uri, backchannel_client_notification_endpoint";

    @Test
    void aPolicyWithOneListIsNotBoundInTheMembersOfTheOther() {
        assertEquals(
                List.of("registrar.policies.ci.redirect-hosts: for " + BROWSER + "; without uri-hosts any host in "
                        + OTHERS),
                said(Map.of(
                        "registrar.policies.ci.redirect-hosts", "a.example",
                        "registrar.policies.free.quota", "5")));
        assertEquals(
                List.of("without redirect-hosts any host in " + BROWSER + "; registrar.policies.ci.uri-hosts: for "
                        + OTHERS),
                said(Map.of("registrar.policies.ci.uri-hosts", "a.example")));
    }

    @Test
    void membersThatThisDeploymentKnowsAreNamed() {
        assertEquals(
                List.of("registrar.policies.ci.redirect-hosts: for "
                        + BROWSER.replace("frontchannel_logout_uri,", "frontchannel_logout_uri, claims_redirect_uris,")
                        + "; registrar.policies.ci.uri-hosts: for " + OTHERS
                        + ", signed_jwks_uri, information_uri, organization_uri"),
                said(Map.of(
                        "registrar.policies.ci.redirect-hosts", "a.example",
                        "registrar.policies.ci.uri-hosts", "a.example",
                        "registrar.metadata.grant-types",
                                "authorization_code,urn:ietf:params:oauth:grant-type:uma-ticket",
                        "registrar.metadata.accept-federation-metadata", "true")));
    }

    @Test
    void soAreTheListsOfTheDeployment() {
        assertEquals(
                List.of("registrar.metadata.allowed-redirect-hosts and registrar.metadata.denied-redirect-hosts: for "
                        + BROWSER),
                said(Map.of(
                        "registrar.metadata.allowed-redirect-hosts", "*.example.com",
                        "registrar.metadata.denied-redirect-hosts", "x.example.com")));
        assertEquals(List.of(), said(Map.of()));
    }

    private static List<String> said(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(Map.of("registrar.access.audience", "config"));
        properties.putAll(settings);
        List<String> said = new ArrayList<>();
        Handler collector = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                said.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(PolicyConfiguration.class.getName());
        log.addHandler(collector);
        try {
            new PolicyConfiguration()
                    .policies(
                            Settings.of(RegistrationPolicySettings.class, properties),
                            Settings.of(MetadataPolicy.class, properties),
                            Settings.of(OutboundPolicy.class, properties),
                            Settings.of(AccessSettings.class, properties),
                            new SmallRyeConfigBuilder()
                                    .withSources(new PropertiesConfigSource(properties, "test", 100))
                                    .build());
        } finally {
            log.removeHandler(collector);
        }
        return said;
    }
}
