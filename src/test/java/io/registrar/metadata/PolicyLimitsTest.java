package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.registrar.metadata.policy.PolicyLimits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that narrow a policy for whoever holds one credential. */
class PolicyLimitsTest {

    private static final String POLICY = "registrar.policies.default.grant-types=client_credentials,authorization_code"
            + ";registrar.policies.default.scopes=orders.*,stock.read"
            + ";registrar.policies.default.maximum.access_token_lifetime=600"
            + ";registrar.policies.default.redirect-hosts=*.example.com"
            + ";registrar.policies.default.uri-hosts=*.example.com,keys.example"
            + ";registrar.policies.default.required=client_name"
            + ";registrar.policies.default.quota=10";

    private static final String EVERYTHING = "{'grant_types':['client_credentials'],'response_types':['code'],"
            + "'token_endpoint_auth_methods':['private_key_jwt','none'],'application_types':['native'],"
            + "'scopes':['orders.*','x'],'default_scopes':['x'],'redirect_hosts':['a.example','*.b.example','loopback'],"
            + "'uri_hosts':['*.b.example'],"
            + "'maximum':{'access_token_lifetime':60,'client_lifetime':3600},'required':['client_name'],"
            + "'fixed':{'software_version':'1.0','contacts':['a@b.example'],'access_token_lifetime':60},"
            + "'profile':'fapi2-security','quota':3}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | machine | 'scope':'stock.read' | +",
                "{'grant_types':['client_credentials']} | machine | | +",
                "{'grant_types':['client_credentials']} | web | | /grant_types/0",
                "{'grant_types':['refresh_token','authorization_code']} | machine | | /grant_types/0",
                "{'grant_types':['refresh_token','authorization_code']} | refreshing | | /grant_types/1",
                "{'scopes':['orders.read']} | machine | 'scope':'orders.read' | +",
                "{'scopes':['orders.read']} | machine | 'scope':'orders.write' | /scope",
                "{'scopes':['admin']} | machine | 'scope':'admin' | /scope",
                "{'scopes':['admin'],'default_scopes':['admin']} | machine | | + 'scope':null",
                "{'default_scopes':['orders.read']} | machine | | + 'scope':'orders.read'",
                "{'maximum':{'access_token_lifetime':60}} | machine | | + 'access_token_lifetime':60",
                "{'maximum':{'access_token_lifetime':900}} | machine | | + 'access_token_lifetime':600",
                "{'maximum':{'access_token_lifetime':900}} | machine | 'access_token_lifetime':700 | /access_token_lifetime",
                "{'redirect_hosts':['app.example.com']} | web | 'redirect_uris':['https://b.example.com/'] | /redirect_uris/0",
                "{'uri_hosts':['keys.example']} | web | 'jwks_uri':'https://keys.example/jwks' | +",
                "{'uri_hosts':['keys.example']} | web | 'jwks_uri':'https://a.example.com/jwks' | /jwks_uri",
                "{'uri_hosts':['evil.example']} | web | 'jwks_uri':'https://evil.example/jwks' | /jwks_uri",
                "{'redirect_hosts':['evil.example']} | web | 'redirect_uris':['https://evil.example/'] | /redirect_uris/0",
                "{'required':['contacts']} | machine | | /contacts",
                "{'required':['contacts']} | machine | 'client_name':null | /client_name /contacts",
                "{'fixed':{'client_name':'Nightly'}} | machine | 'client_name':'Nightly' | +",
                "{'fixed':{'client_name':'Nightly'}} | machine | 'client_name':'Other' | /client_name",
                "{'application_types':['native']} | machine | | /application_type",
                "{'token_endpoint_auth_methods':['none']} | machine | | /token_endpoint_auth_method"
            })
    void limitsOnlyNarrowThePolicy(String limits, String kind, String members, String outcome) {
        ObjectNode client = Json.client(kind, "'client_name':'x'");
        client.setAll(Json.client(kind, members));
        client.properties().removeIf(member -> member.getValue().isNull());

        Registrations.withSettings(POLICY).within(limits).expect(client, outcome);
    }

    @ParameterizedTest
    @CsvSource(value = {"3,3", "30,10"})
    void theSmallerQuotaWins(int limit, int quota) {
        assertEquals(
                quota,
                Registrations.withSettings(POLICY)
                        .within("{'quota':" + limit + "}")
                        .described()
                        .get("quota")
                        .intValue());
    }

    @Test
    void aRefusalSaysThatTheLimitsAreNarrowerThanThePolicy() {
        assertEquals(
                "scope: names a scope that is not allowed by the limits within the policy default; use only: orders.read",
                Registrations.withSettings(POLICY)
                        .within("{'scopes':['orders.read']}")
                        .violations(Json.machine("'client_name':'x','scope':'stock.read'"))
                        .get(0)
                        .message());
    }

    @Test
    void theyAreKeptAsTheyWereGiven() {
        for (String json : List.of("{}", EVERYTHING)) {
            PolicyLimits limits = PolicyLimits.ofStored(Json.value(json).toString());
            assertEquals(Json.value(json).toString(), limits.toJson().toString());
            assertEquals(limits, PolicyLimits.ofStored(limits.toJson().toString()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | ",
                "'x' | ",
                "{'grant_type':['client_credentials']} | ",
                "{'grant_types':'client_credentials'} | /grant_types",
                "{'grant_types':[]} | /grant_types",
                "{'grant_types':null} | /grant_types",
                "{'grant_types':[1]} | /grant_types",
                "{'grant_types':['password']} | /grant_types",
                "{'profile':'fapi2-security','token_endpoint_auth_methods':['none']} | /token_endpoint_auth_methods",
                "{'scopes':'orders'} | /scopes",
                "{'scopes':{'a':'b'}} | /scopes",
                "{'scopes':['IdentityServer.Configuration']} | /scopes",
                "{'redirect_hosts':['https://a.example']} | /redirect_hosts",
                "{'uri_hosts':['com.example.app:']} | /uri_hosts",
                "{'uri_hosts':'a.example'} | /uri_hosts",
                "{'maximum':60} | /maximum",
                "{'maximum':{'client_lifetime':'60'}} | /maximum/client_lifetime",
                "{'maximum':{'client_lifetime':60.5}} | /maximum/client_lifetime",
                "{'maximum':{'client_lifetime':99999999999999999999}} | /maximum/client_lifetime",
                "{'maximum':{'shoe_size':43}} | /maximum",
                "{'required':'client_name'} | /required",
                "{'required':['client_id']} | /required",
                "{'fixed':['x']} | /fixed",
                "{'fixed':{'access_token_lifetime':'60'}} | /fixed/access_token_lifetime",
                "{'fixed':{'client_name':null}} | /fixed/client_name",
                "{'profile':'FAPI2_SECURITY'} | /profile",
                "{'profile':1} | /profile",
                "{'quota':0} | /quota",
                "{'quota':'3'} | /quota",
                "{'quota':1.5} | /quota",
                "{'rate':{'registrations':1}} | ",
                "{'quota':0,'profile':'x'} | /quota /profile"
            })
    void whatIsNoLimitIsRefusedWhereItIs(String limits, String pointers) {
        Registrations deployment = Registrations.with();
        List<Violation> violations = assertThrows(InvalidClientMetadataException.class, () -> deployment.within(limits))
                .violations();
        assertEquals(
                pointers == null ? List.of("") : List.of(pointers.split(" ")),
                violations.stream().map(Violation::pointer).toList());
        violations.forEach(violation -> assertEquals(ErrorCode.INVALID_REQUEST, violation.code()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'grant_types':['refresh_token']} | /grant_types",
                "{'grant_types':['refresh_token','client_credentials']} |",
                "{'scopes':['orders']} | /scopes",
                "{'scopes':['orders.read','stock.*']} |",
                "{'redirect_hosts':['evil.example']} | /redirect_hosts",
                "{'uri_hosts':['evil.example']} | /uri_hosts",
                "{'uri_hosts':['*.keys.example','b.example.com']} |",
                "{'redirect_hosts':['a.example.com','evil.example']} |",
                "{'fixed':{'access_token_lifetime':601}} | /fixed/access_token_lifetime",
                "{'fixed':{'access_token_lifetime':600}} |",
                "{'fixed':{'dpop_bound_access_tokens':false}} | /fixed/dpop_bound_access_tokens",
                "{'fixed':{'dpop_bound_access_tokens':true}} |",
                "{'fixed':{'scope':'orders.read other'}} | /fixed/scope",
                "{'fixed':{'scope':'orders.read'}} |",
                "{'maximum':{'access_token_lifetime':900},'required':['contacts'],'quota':20} |"
            })
    void limitsOfWhichThePolicyLeavesNothingCannotBeMeant(String limits, String pointer) {
        Registrations caller =
                Registrations.withSettings(POLICY + ";registrar.policies.default.fixed.dpop_bound_access_tokens=true");

        assertEquals(pointer == null ? List.of() : List.of(pointer), caller.problemsOfLimits(limits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'grant_type':['x']}", "{'quota':0}", "{'scopes':[]}"})
    void storedLimitsThatCannotBeReadBoundMoreThanNothing(String stored) {
        String json = stored.replace('\'', '"');
        assertThrows(IllegalArgumentException.class, () -> PolicyLimits.ofStored(json));
    }

    @Test
    void aPolicyIsNarrowedOnce() {
        Registrations narrowed = Registrations.with().within("{'quota':1}");
        assertThrows(IllegalStateException.class, () -> narrowed.within("{}"));
    }
}
