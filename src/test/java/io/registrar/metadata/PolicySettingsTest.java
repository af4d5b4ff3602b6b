package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.registrar.metadata.policy.Deployment;
import io.registrar.metadata.policy.RegistrationPolicies;
import io.registrar.metadata.policy.RegistrationPolicy;
import io.registrar.metadata.policy.RegistrationPolicySettings;
import io.registrar.metadata.policy.RegistrationRate;
import io.registrar.metadata.policy.UnsoundPolicyException;
import io.registrar.testing.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of registration policies that cannot be meant stop the start. */
class PolicySettingsTest {

    private static RegistrationPolicies policies(Map<String, String> properties) {
        return RegistrationPolicies.of(
                Settings.of(RegistrationPolicySettings.class, properties),
                new Deployment(
                        Settings.of(MetadataPolicy.class, properties),
                        Settings.of(OutboundPolicy.class, properties),
                        Set.of("IdentityServer.Configuration")));
    }

    private static List<String> problems(String settings) {
        Map<String, String> properties = new HashMap<>();
        for (String setting : settings.split(";")) {
            String[] pair = setting.split("=", 2);
            properties.put(pair[0].startsWith("registrar.") ? pair[0] : "registrar.policies.ci." + pair[0], pair[1]);
        }
        return assertThrows(UnsoundPolicyException.class, () -> policies(properties))
                .problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "grant-types | grant-types=client_credential",
                "grant-types | grant-types=client_credentials,client_credentials",
                "response-types | response-types=code,none",
                "token-endpoint-auth-methods | token-endpoint-auth-methods=client_secret",
                "token-endpoint-auth-methods | token-endpoint-auth-methods=client_secret_jwt",
                "application-types | application-types=Web",
                "scopes | scopes=*",
                "scopes | scopes=orders read",
                "token-endpoint-auth-methods | token-endpoint-auth-methods=client_secret_basic;profile=fapi2-security",
                "token-endpoint-auth-methods | token-endpoint-auth-methods=none;registrar.metadata.profile=fapi2-security",
                "response-types | response-types=id_token token;profile=rfc9700",
                "grant-types | grant-types=client_credentials;registrar.metadata.grant-types=authorization_code",
                "scopes | scopes=orders\"*",
                "scopes | scopes=IdentityServer.Configuration",
                "scopes | scopes=x;registrar.metadata.scopes=openid",
                "default-scopes | default-scopes=IdentityServer.Configuration",
                "default-scopes | default-scopes=a,b;scopes=a",
                "default-scopes | default-scopes=x;registrar.metadata.scopes=openid",
                "redirect-hosts | redirect-hosts=https://a.example",
                "redirect-hosts | redirect-hosts=a.example:8443",
                "redirect-hosts | redirect-hosts=a.*.example",
                "redirect-hosts | redirect-hosts=*",
                "redirect-hosts | redirect-hosts=https:",
                "redirect-hosts | redirect-hosts=javascript:",
                "redirect-hosts | redirect-hosts=127.1",
                "uri-hosts | uri-hosts=https://a.example",
                "uri-hosts | uri-hosts=com.example.app:",
                "uri-hosts | uri-hosts=*",
                "fixed.initiate_login_uri | fixed.initiate_login_uri=https://b.example/;redirect-hosts=a.example",
                "fixed.policy_uri | fixed.policy_uri=https://b.example/;uri-hosts=a.example",
                "maximum.access_token_livetime | maximum.access_token_livetime=60",
                "maximum.client_name | maximum.client_name=60",
                "maximum.client_lifetime | maximum.client_lifetime=59",
                "maximum.access_token_lifetime | maximum.access_token_lifetime=86401",
                "maximum.access_token_lifetime | maximum.access_token_lifetime=-1",
                "maximum.absolute_refresh_token_lifetime | maximum.absolute_refresh_token_lifetime=0",
                "required.client_id | required=client_id",
                "required.token_endpoint_auth_methods_supported | required=token_endpoint_auth_methods_supported",
                "required.organization_name | required=organization_name",
                "fixed.shoe_size | fixed.shoe_size=43",
                "fixed.access_token_lifetime | fixed.access_token_lifetime=soon",
                "fixed.access_token_lifetime | fixed.access_token_lifetime=1.5",
                "fixed.access_token_lifetime | fixed.access_token_lifetime=61;maximum.access_token_lifetime=60",
                "fixed.grant_types | fixed.grant_types=client_credentials",
                "fixed.grant_types | fixed.grant_types=[\"refresh_token\"];grant-types=client_credentials",
                "fixed.grant_types | fixed.grant_types=[\"refresh_token\"];registrar.metadata.grant-types=client_credentials",
                "fixed.token_endpoint_auth_method | fixed.token_endpoint_auth_method=none;profile=fapi2-security",
                "fixed.token_endpoint_auth_method | fixed.token_endpoint_auth_method=none;registrar.metadata.profile=fapi2-security",
                "fixed.scope | fixed.scope=IdentityServer.Configuration",
                "fixed.scope | fixed.scope=a b;scopes=a",
                "fixed.scope | fixed.scope=x;registrar.metadata.scopes=openid",
                "fixed.redirect_uris | fixed.redirect_uris=[\"https://b.example/\"];redirect-hosts=a.example",
                "fixed.redirect_uris | fixed.redirect_uris=[\"http://b.example/\"]",
                "fixed.software_statement | fixed.software_statement=a.b.c",
                "profile | profile=fapi2-security;registrar.metadata.pushed-authorization-requests=false",
                "quota | quota=0",
                "rate.registrations | rate.registrations=0;rate.per=PT1H",
                "rate.per | rate.registrations=1;rate.per=PT0S",
                "rate.per | rate.registrations=1;rate.per=P32D"
            })
    void aSettingThatCannotBeMeantIsNamed(String property, String settings) {
        List<String> problems = problems(settings);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("registrar.policies.ci." + property + " "), problems.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ci", "1ci", "ci_pipelines", "ci pipelines", "-ci"})
    void aPolicyHasAPlainName(String name) {
        List<String> problems = problems("registrar.policies.\"" + name + "\".quota=5");
        assertEquals(
                List.of("registrar.policies." + name
                        + " must be named by up to 64 lower-case letters, digits and hyphens, a letter first"),
                problems);
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        assertEquals(
                2, problems("grant-types=x;registrar.policies.portal.scopes=*").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile=fapi2", "quota=many", "grant-type=code", "rate.per=PT1H", "rate.registrations=1"})
    void whatNoSettingHasStopsTheStartToo(String setting) {
        String[] pair = setting.split("=");
        assertThrows(RuntimeException.class, () -> policies(Map.of("registrar.policies.ci." + pair[0], pair[1])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant-types=client_credentials",
                "response-types=id_token code",
                "scopes=IdentityServer.*",
                "redirect-hosts=A.example,*.b.example,loopback,localhost,[::1],com.example.app:",
                "uri-hosts=A.example,*.b.example,loopback,192.0.2.7",
                "fixed.policy_uri=https://b.example/;redirect-hosts=a.example",
                "maximum.absolute_refresh_token_lifetime=1",
                "fixed.response_types=[\"code\"]",
                "rate.registrations=1;rate.per=P31D"
            })
    void whatCanBeMeantIsTaken(String settings) {
        Registrations.withSettings("registrar.policies.ci." + settings.replace(";", ";registrar.policies.ci."))
                .under("ci");
    }

    @Test
    void quotaAndRateAreForTheStoreAndTheDoor() {
        RegistrationPolicies policies = policies(Map.of(
                "registrar.policies.ci.quota", "20",
                "registrar.policies.ci.rate.registrations", "5",
                "registrar.policies.ci.rate.per", "PT1H"));

        assertEquals(Set.of("default", "ci"), policies.names());
        assertEquals(Optional.of(20), policies.named("ci").quota());
        assertEquals(
                Optional.of(new RegistrationRate(5, Duration.ofHours(1))),
                policies.named("ci").rate());
        RegistrationPolicy unbounded = policies.named("default");
        assertEquals(Optional.empty(), unbounded.quota());
        assertEquals(Optional.empty(), unbounded.rate());
    }

    @Test
    void aPolicyThatHasGoneAdmitsNothing() {
        RegistrationPolicies policies = policies(Map.of());
        Violation refused = assertThrows(InvalidClientMetadataException.class, () -> policies.named("ci"))
                .violations()
                .get(0);
        assertEquals(ErrorCode.INVALID_CLIENT_METADATA, refused.code());
        assertEquals(
                "the policy ci is no longer configured here, so nothing is registered or changed under it;"
                        + " ask the operator of this service",
                refused.message());
    }
}
