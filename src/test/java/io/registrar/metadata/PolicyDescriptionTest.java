package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.value.AuthenticationMethodRule;
import java.util.ArrayList;
import java.util.List;
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
        for (String bound : new String[] {"scopes", "redirect_hosts", "uri_hosts", "quota", "rate"}) {
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
                "ci.uri-hosts=A.example,*.b.example | uri_hosts | ['A.example','*.b.example']",
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
    void soItIsOfTheHostsOfOtherUris() {
        ObjectNode described = Registrations.withSettings(
                        "allowed-redirect-hosts=x.example;registrar.policies.ci.uri-hosts=*.example.com,loopback")
                .under("ci")
                .within("{'uri_hosts':['keys.example.com','evil.example','localhost']}")
                .described();
        assertEquals(
                "[\"keys.example.com\",\"localhost\"]",
                described.path("uri_hosts").toString());
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

    /** What a switch of the deployment keeps from every client is nothing that a caller may register. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| code",
                "allow-implicit=true | code,token,id_token,id_token token",
                "allow-hybrid=true | code,code id_token",
                "allow-implicit=true;allow-hybrid=true | code,token,id_token,id_token token,code id_token,code token,code id_token token"
            })
    void responseTypesAreThoseThatTheDeploymentAdmits(String settings, String types) {
        ObjectNode described = Registrations.withSettings(settings).described();

        assertEquals(List.of(types.split(",")), texts(described, "response_types"));
        assertEquals(settings != null, texts(described, "grant_types").contains("implicit"));
    }

    @Test
    void theImplicitGrantIsNotThereWithoutAResponseTypeForIt() {
        ObjectNode described = Registrations.withSettings(
                        "allow-implicit=true;registrar.policies.ci.response-types=code")
                .under("ci")
                .described();
        assertFalse(texts(described, "grant_types").contains("implicit"));
    }

    @Test
    void aMethodThatNeedsTheSecretInPlainTextIsNotThere() {
        assertEquals(
                AuthenticationMethodRule.USABLE,
                texts(Registrations.with().described(), "token_endpoint_auth_methods"));
    }

    @ParameterizedTest
    @CsvSource({"ANONYMOUS, false", "AUTHENTICATED, true"})
    void grantsWithTokensOfOthersAreForTrustedCallers(TrustTier caller, boolean areThere) {
        List<String> grants = texts(Registrations.with().as(caller).described(), "grant_types");
        assertEquals(areThere, grants.containsAll(GrantType.WITH_TOKENS_OF_OTHERS));
        assertEquals(!areThere, grants.stream().noneMatch(GrantType.WITH_TOKENS_OF_OTHERS::contains));
    }

    /** A fixed value leaves no other, and it is what a client gets that says nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "grant_types=['client_credentials'] | grant_types | ['client_credentials']",
                "token_endpoint_auth_method=none | token_endpoint_auth_methods | ['none']",
                "application_type=native | application_types | ['native']",
                "scope=orders.read orders.write | default_scopes | ['orders.read','orders.write']"
            })
    void ofAFixedMemberOnlyThatValueIsThere(String fixed, String list, String value) {
        ObjectNode described = Registrations.withSettings("registrar.policies.ci.fixed." + fixed.replace('\'', '"'))
                .under("ci")
                .described();
        assertEquals(Json.value(value), described.get(list));
    }

    /** The deployment bounds web addresses, whatever a policy adds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "allowed=*.example.com | ['app.example.com','com.example.app:']",
                "allowed=app.example.com,127.0.0.1 | ['app.example.com','127.0.0.1','com.example.app:']",
                "allowed=partner.example.org | ['partner.example.org','com.example.app:']",
                "denied=app.example.com | ['partner.example.org','loopback','com.example.app:']"
            })
    void redirectHostsAreThoseThatTheDeploymentAdmitsToo(String setting, String hosts) {
        String[] pair = setting.split("=");
        ObjectNode described = Registrations.withSettings(
                        pair[0] + "-redirect-hosts=" + pair[1]
                                + ";registrar.policies.ci.redirect-hosts=app.example.com,partner.example.org,loopback,com.example.app:")
                .under("ci")
                .described();
        assertEquals(Json.value(hosts), described.get("redirect_hosts"));
    }

    private static List<String> texts(ObjectNode described, String list) {
        List<String> texts = new ArrayList<>();
        described.get(list).forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
