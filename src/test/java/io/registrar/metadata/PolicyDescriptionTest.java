package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller is told that it may register. */
class PolicyDescriptionTest {

    @Test
    void withoutAnyBoundItIsWhatTheDeploymentAdmits() {
        ObjectNode described =
                Registrations.with("grant-types", "client_credentials").described();

        assertEquals("default", described.get("policy").textValue());
        assertEquals("[\"client_credentials\"]", described.get("grant_types").toString());
        assertEquals("[\"web\",\"native\"]", described.get("application_types").toString());
        assertEquals("[]", described.get("required").toString());
        assertEquals("{}", described.get("fixed").toString());
        assertEquals(
                86_400, described.get("maximum").get("access_token_lifetime").longValue());
        for (String bound : new String[] {"scopes", "redirect_hosts", "quota", "rate"}) {
            assertFalse(described.has(bound), bound);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ci.grant-types=client_credentials,urn:ietf:params:oauth:grant-type:uma-ticket | grant_types | ['client_credentials']",
                "ci.profile=fapi2-security | token_endpoint_auth_methods | ['private_key_jwt','tls_client_auth','self_signed_tls_client_auth']",
                "ci.profile=fapi2-security | response_types | ['code']",
                "ci.profile=fapi2-security | profiles | ['fapi2-security']",
                "ci.scopes=a,b.* | scopes | ['a','b.*']",
                "ci.default-scopes=a,b;registrar.policies.ci.scopes=a,b | default_scopes | ['a','b']",
                "ci.redirect-hosts=A.example,loopback | redirect_hosts | ['A.example','loopback']",
                "ci.required=client_name,contacts | required | ['client_name','contacts']",
                "ci.fixed.refresh_token_usage=reuse | fixed | {'refresh_token_usage':'ReUse'}",
                "ci.quota=5 | quota | 5",
                "ci.rate.registrations=5;registrar.policies.ci.rate.per=PT1H | rate | {'registrations':5,'per_seconds':3600}"
            })
    void eachBoundIsShown(String settings, String member, String value) {
        ObjectNode described = Registrations.withSettings("registrar.policies." + settings)
                .under("ci")
                .described();
        assertEquals(Json.value(value).toString(), described.path(member).toString());
    }

    @ParameterizedTest
    @CsvSource({"ci.maximum.client_lifetime=120,120", "ci.quota=1,3600"})
    void aMaximumIsTheSmallestOfThoseThatCount(String setting, long seconds) {
        ObjectNode described = Registrations.withSettings("max-client-lifetime=PT1H;registrar.policies." + setting)
                .under("ci")
                .described();
        assertEquals(seconds, described.get("maximum").get("client_lifetime").longValue());
    }

    @Test
    void ofTwoListsItIsWhatBothAdmit() {
        ObjectNode described = Registrations.withSettings("registrar.policies.ci.scopes=orders.*,stock.read,x"
                        + ";registrar.policies.ci.redirect-hosts=*.example.com,loopback,com.example.app:")
                .under("ci")
                .within("{'scopes':['orders.read','stock.*','y'],"
                        + "'redirect_hosts':['app.example.com','127.0.0.1','evil.example','*.b.example.com']}")
                .described();
        assertEquals("[\"orders.read\",\"stock.read\"]", described.get("scopes").toString());
        assertEquals(
                "[\"app.example.com\",\"*.b.example.com\",\"127.0.0.1\"]",
                described.get("redirect_hosts").toString());
    }

    @Test
    void scopesThatTheDeploymentKnowsAreNamedOneByOne() {
        ObjectNode described = Registrations.withSettings(
                        "scopes=openid,orders.read,orders.write;registrar.policies.ci.scopes=orders.*")
                .under("ci")
                .described();
        assertEquals(
                "[\"orders.read\",\"orders.write\"]", described.get("scopes").toString());
    }
}
