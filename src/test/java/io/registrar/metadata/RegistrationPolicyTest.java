package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of bound does to a client that keeps it, one that does not, and one that says nothing. */
class RegistrationPolicyTest {

    private static Registrations under(String settings) {
        return Registrations.withSettings("registrar.policies.ci." + settings.replace(";", ";registrar.policies.ci."))
                .under("ci");
    }

    private static String message(Registrations caller, String kind, String members) {
        return caller.violations(Json.client(kind, members)).get(0).message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "grant-types=client_credentials | machine | | +",
                "grant-types=client_credentials | web | | /grant_types/0",
                "grant-types=client_credentials | web | 'grant_types':['authorization_code','client_credentials'] | /grant_types/0",
                "grant-types=authorization_code | web | | + 'grant_types':['authorization_code']",
                "grant-types=authorization_code | refreshing | | /grant_types/1",
                "response-types=code | web | | + 'response_types':['code']",
                "response-types=code | machine | | + 'response_types':[]",
                "response-types=id_token | web | | /response_types/0",
                "token-endpoint-auth-methods=private_key_jwt | jwt | | +",
                "token-endpoint-auth-methods=private_key_jwt | machine | | /token_endpoint_auth_method",
                "token-endpoint-auth-methods=none,client_secret_basic | web | | + 'token_endpoint_auth_method':'client_secret_basic'",
                "token-endpoint-auth-methods=none | web | 'token_endpoint_auth_methods_supported':['client_secret_basic','none'] | + 'token_endpoint_auth_methods_supported':null,'token_endpoint_auth_method':'none'",
                "token-endpoint-auth-methods=none | web | 'token_endpoint_auth_methods_supported':['client_secret_basic'] | /token_endpoint_auth_methods_supported",
                "application-types=native | native | | +",
                "application-types=native | web | | /application_type",
            })
    void aListOfValuesAllowsThoseAndChoosesNone(String settings, String kind, String members, String outcome) {
        under(settings).expect(Json.client(kind, members), outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "scopes=orders.read,stock.* | 'scope':'orders.read stock.items stock.items.write' | +",
                "scopes=orders.read,stock.* | 'scope':'orders.write' | /scope",
                "scopes=orders.read,stock.* | 'scope':'orders.read orders.readers' | /scope",
                "scopes=orders.read,stock.* | 'scope':'stock' | /scope",
                "scopes=orders.read,stock.* | 'scope':'stock.' | /scope",
                "scopes=orders.read,stock.* | | + 'scope':null",
                "scopes=orders.read;default-scopes=orders.read | | + 'scope':'orders.read'",
                "default-scopes=openid,orders.read | | + 'scope':'orders.read'",
                "default-scopes=orders.read | 'scope':'stock' | +"
            })
    void scopesAreAllowedOneByOneOrByTheirBeginning(String settings, String members, String outcome) {
        under(settings).expect(Json.machine(members), outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"orders.* | orders.read", "openid,orders.* | openid orders.read", "stock | null"})
    void ofTheDefaultScopesOfTheDeploymentAClientGetsThoseThatItsPolicyAllows(String allowed, String scope) {
        Registrations.withSettings("default-scopes=openid,orders.read;registrar.policies.ci.scopes=" + allowed)
                .under("ci")
                .expect(Json.webClient(""), "+ 'scope':" + (scope.equals("null") ? "null" : "'" + scope + "'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "web | 'redirect_uris':['https://app.example.com/cb','https://APP.example.com:8443/cb'] | +",
                "web | 'redirect_uris':['https://a.apps.example.com/','https://a.b.apps.example.com/'] | +",
                "web | 'redirect_uris':['https://app.example.com/cb','https://apps.example.com/'] | /redirect_uris/1",
                "web | 'redirect_uris':['https://evilapps.example.com/'] | /redirect_uris/0",
                "web | 'redirect_uris':['https://app.example.com.evil.example/'] | /redirect_uris/0",
                "web | 'redirect_uris':['https://x.app.example.com/'] | /redirect_uris/0",
                "web | 'redirect_uris':['http://127.0.0.1:4000/cb'] | +",
                "native | 'redirect_uris':['http://127.0.0.1/cb','http://[::1]:7/cb','http://localhost/cb'] | +",
                "native | 'redirect_uris':['com.example.app:/cb','COM.example.app:/other'] | +",
                "native | 'redirect_uris':['com.example.app.evil:/cb'] | /redirect_uris/0",
                "web | 'redirect_uris':['https://192.0.2.7/'] | +",
                "web | 'redirect_uris':['https://192.0.2.8/'] | /redirect_uris/0",
                "web | 'redirect_uris':['https://loopback/'] | /redirect_uris/0",
                "web | 'post_logout_redirect_uris':['https://app.example.com/out'] | +",
                "web | 'post_logout_redirect_uris':['https://evil.example/out'] | /post_logout_redirect_uris/0",
                "web | 'initiate_login_uri':'https://app.example.com/login' | +",
                "web | 'initiate_login_uri':'https://evil.example/login' | /initiate_login_uri",
                "web | 'redirect_uris':['https://app.example.com/cb'],'frontchannel_logout_uri':'https://app.example.com/out' | +",
                "web | 'redirect_uris':['https://evil.example/cb'],'frontchannel_logout_uri':'https://evil.example/out' | /redirect_uris/0 /frontchannel_logout_uri",
                "web | 'allowed_cors_origins':['https://app.example.com','https://a.apps.example.com:8443','http://127.0.0.1:3000'] | +",
                "web | 'allowed_cors_origins':['https://app.example.com','https://evil.example','http://[::1]:3000'] | /allowed_cors_origins/1",
                "web | 'allowed_cors_origins':['https://evil.example:8443','https://app.example.com.evil.example'] | /allowed_cors_origins/0 /allowed_cors_origins/1",
                "web | 'jwks_uri':'https://keys.example/jwks','client_uri':'https://www.example/' | +",
                "machine | | +"
            })
    void usersAreSentToTheHostsOfThePolicyOnly(String kind, String members, String outcome) {
        under("redirect-hosts=app.example.com,*.apps.example.com,loopback,com.example.app:,192.0.2.7")
                .expect(Json.client(kind, members), outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jwt | 'jwks':null,'jwks_uri':'https://a.apps.example.com/jwks' | +",
                "jwt | 'jwks':null,'jwks_uri':'https://apps.example.com/jwks' | /jwks_uri",
                "web | 'jwks':{'keys':[{'kty':'unheard-of','x5u':'https://evil.example/c'},{'kty':'unheard-of','x5u':'https://app.example.com/c'}]} | /jwks/keys/0/x5u",
                "web | 'jwks':{'keys':[{'kty':'unheard-of','x5u':'certs/mine'}]} | /jwks/keys/0/x5u",
                "web | 'backchannel_logout_uri':'https://APP.example.com/out' | +",
                "web | 'backchannel_logout_uri':'https://evil.example/out' | /backchannel_logout_uri",
                "web | 'request_uris':['https://app.example.com/r?x=https://evil.example','https://evil.example/app.example.com'] | /request_uris/1",
                "web | 'request_uris':['https://app.example.com/r#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA','https://app.example.com#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'] | +",
                "web | 'request_uris':['https://evil.example#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'] | /request_uris/0",
                "web | 'sector_identifier_uri':'https://evil.example/sector','subject_type':'pairwise' | /sector_identifier_uri",
                "web | 'client_uri':'https://app.example.com/','client_uri#fr':'https://a.apps.example.com/fr' | +",
                "web | 'client_uri':'https://app.example.com/','client_uri#fr':'https://evil.example/fr' | /client_uri#fr",
                "web | 'logo_uri#de-CH':'https://evil.example/l.png','logo_uri#ja':'no page' | /logo_uri#ja /logo_uri#de-CH",
                "web | 'tos_uri':'https://evil.example/','policy_uri':'https://192.0.2.7.evil.example/' | /tos_uri /policy_uri",
                "web | 'contacts':['a@evil.example','mailto:b@evil.example','tel:+4712','https://app.example.com/help'] | +",
                "web | 'contacts':['a@app.example.com','HTTPS://evil.example/help'] | /contacts/1",
                "ciba | 'backchannel_token_delivery_mode':'ping','backchannel_client_notification_endpoint':'https://evil.example/n' | /backchannel_client_notification_endpoint",
                "web | 'redirect_uris':['https://rp.example/cb'],'initiate_login_uri':'https://rp.example/','allowed_cors_origins':['https://rp.example'] | +",
                "tls | 'tls_client_auth_subject_dn':null,'tls_client_auth_san_uri':'spiffe://prod.example/web' | +",
                "machine | | +"
            })
    void allOtherUrisLeadToTheirOwnHostsOfThePolicyOnly(String kind, String members, String outcome) {
        Registrations.withSettings("allow-request-uri-fragment=true"
                        + ";registrar.policies.ci.uri-hosts=app.example.com,*.apps.example.com,192.0.2.7")
                .under("ci")
                .expect(Json.client(kind, members), outcome);
    }

    @Test
    void withoutLoopbackAndSchemesAmongTheHostsNativeClientsHaveNeither() {
        Registrations portal = under("redirect-hosts=app.example.com");
        portal.expect(Json.client("native", "'redirect_uris':['http://127.0.0.1/cb']"), "/redirect_uris/0");
        portal.expect(Json.client("native", ""), "/redirect_uris/0");
        portal.expect(Json.client("native", "'redirect_uris':['https://app.example.com/cb']"), "+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "access_token_lifetime=600 | machine | 'access_token_lifetime':600 | +",
                "access_token_lifetime=600 | machine | 'access_token_lifetime':601 | /access_token_lifetime",
                "access_token_lifetime=600 | machine | | + 'access_token_lifetime':600",
                "access_token_lifetime=7200 | machine | | + 'access_token_lifetime':3600",
                "identity_token_lifetime=60 | openid | | + 'identity_token_lifetime':60",
                "authorization_code_lifetime=30 | web | | + 'authorization_code_lifetime':30",
                "authorization_code_lifetime=30 | machine | | + 'authorization_code_lifetime':null",
                "absolute_refresh_token_lifetime=86400 | sliding | | + 'absolute_refresh_token_lifetime':86400,'sliding_refresh_token_lifetime':86400",
                "absolute_refresh_token_lifetime=86400 | sliding | 'absolute_refresh_token_lifetime':86401 | /absolute_refresh_token_lifetime",
                "sliding_refresh_token_lifetime=3600 | sliding | | + 'sliding_refresh_token_lifetime':3600",
                "client_lifetime=86400 | machine | | + 'client_lifetime':86400",
                "client_lifetime=86400 | machine | 'client_lifetime':60 | +",
                "client_lifetime=86400 | machine | 'client_lifetime':86401 | /client_lifetime",
                "consent_lifetime=60 | web | | + 'consent_lifetime':60",
                "default_max_age=3600 | web | | + 'default_max_age':3600",
                "default_max_age=3600 | web | 'default_max_age':0 | +"
            })
    void aMaximumBoundsWhatIsSentAndLowersWhatIsNot(String maximum, String kind, String members, String outcome) {
        under("maximum." + maximum).expect(Json.client(kind, members), outcome);
    }

    @Test
    void aMaximumIsNotEvadedByTheZeroThatMeansNoBound() {
        Registrations operator =
                under("maximum.absolute_refresh_token_lifetime=86400").as(TrustTier.OPERATOR);
        String unbounded = "'absolute_refresh_token_lifetime':0";

        operator.expect(Json.client("sliding", unbounded), "/absolute_refresh_token_lifetime");
        assertEquals(
                "absolute_refresh_token_lifetime: 0, no bound, is not allowed by the policy ci; use at most 86400",
                message(operator, "sliding", unbounded));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "client_name,contacts | 'client_name':'x','contacts':['a@b.example'] | +",
                "client_name,contacts | 'client_name':'x' | /contacts",
                "client_name,contacts | 'client_name':'x','contacts':[] | /contacts",
                "client_name,contacts | 'client_name#fr':'x' | /client_name /contacts",
                "jwks | 'jwks':{'keys':[]} | /jwks",
                "jwks | 'jwks':{'keys':[{'kty':'unheard-of'}]} | /jwks",
                "grant_types | | +",
                "token_endpoint_auth_method | | /token_endpoint_auth_method",
                "token_endpoint_auth_method | 'token_endpoint_auth_methods_supported':['client_secret_post'] | + 'token_endpoint_auth_methods_supported':null",
                "dpop_bound_access_tokens | 'dpop_bound_access_tokens':false | +"
            })
    void whatIsRequiredMustBeSaidByTheClientItself(String required, String members, String outcome) {
        under("required=" + required).expect(Json.machine(members), outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "token_endpoint_auth_method=none | web | | + 'token_endpoint_auth_method':'none','require_client_secret':false",
                "token_endpoint_auth_method=none | web | 'token_endpoint_auth_method':'none' | +",
                "token_endpoint_auth_method=none | web | 'token_endpoint_auth_method':'client_secret_basic' | /token_endpoint_auth_method",
                "grant_types=[\"client_credentials\"] | machine | 'grant_types':null | + 'grant_types':['client_credentials'],'response_types':[]",
                "grant_types=[\"client_credentials\"] | web | 'grant_types':['authorization_code'] | /grant_types",
                "access_token_lifetime=120 | machine | | + 'access_token_lifetime':120",
                "access_token_lifetime=120 | machine | 'access_token_lifetime':121 | /access_token_lifetime",
                "software_version=1.0 | machine | | + 'software_version':'1.0'",
                "software_version=\"1.0\" | machine | | + 'software_version':'1.0'",
                "dpop_bound_access_tokens=true | machine | | + 'dpop_bound_access_tokens':true",
                "dpop_bound_access_tokens=true | machine | 'dpop_bound_access_tokens':false | /dpop_bound_access_tokens",
                "refresh_token_usage=onetimeonly | refreshing | | + 'refresh_token_usage':'OneTimeOnly'",
                "refresh_token_usage=OneTimeOnly | machine | | + 'refresh_token_usage':null",
                "scope=orders.read | machine | | + 'scope':'orders.read'",
                "scope=orders.read stock.read | machine | 'scope':'stock.read orders.read' | +",
                "scope=orders.read stock.read | machine | 'scope':'stock.read' | /scope",
                "grant_types=[\"authorization_code\",\"refresh_token\"] | web | 'grant_types':['refresh_token','authorization_code'] | +",
                "tos_uri=https://a.example/tos | web | | + 'tos_uri':'https://a.example/tos'",
                "tos_uri=https://a.example/tos | web | 'tos_uri#fr':'https://b.example/tos' | /tos_uri#fr",
                "token_endpoint_auth_method=none | web | 'token_endpoint_auth_methods_supported':['client_secret_basic','none'] | + 'token_endpoint_auth_methods_supported':null,'token_endpoint_auth_method':'none'",
                "token_endpoint_auth_method=none | web | 'token_endpoint_auth_methods_supported':['client_secret_basic'] | /token_endpoint_auth_methods_supported"
            })
    void aFixedValueIsGivenAndNoOtherTaken(String fixed, String kind, String members, String outcome) {
        under("fixed." + fixed).expect(Json.client(kind, members), outcome);
    }

    @Test
    void aProfileOfAPolicyBindsItsClientsAndNoOthers() {
        Registrations deployment = Registrations.with("registrar.policies.open-banking.profile", "fapi2-security");

        deployment
                .under("open-banking")
                .expect(
                        Json.client("fapi", ""),
                        "+ 'id_token_signed_response_alg':'PS256','require_pushed_authorization_requests':true");
        deployment
                .under("open-banking")
                .expect(Json.webClient(""), "/token_endpoint_auth_method /dpop_bound_access_tokens");
        deployment.expect(Json.webClient(""), "+ 'require_pushed_authorization_requests':false");
        assertEquals(
                "token_endpoint_auth_method: not allowed by the profile fapi2-security of the policy open-banking;"
                        + " use one of: private_key_jwt, tls_client_auth, self_signed_tls_client_auth",
                message(deployment.under("open-banking"), "web", ""));
    }

    @Test
    void theProfileOfTheDeploymentStaysInForceUnderEveryPolicy() {
        Registrations.withSettings("profile=fapi2-security;registrar.policies.ci.profile=oauth21"
                        + ";registrar.policies.ci.token-endpoint-auth-methods=none,private_key_jwt")
                .under("ci")
                .expect(Json.client("public", ""), "/token_endpoint_auth_method /dpop_bound_access_tokens");
    }

    @Test
    void thePolicyOfCallersWithNoOtherBoundsNothingUnlessItIsConfigured() {
        Registrations.with("registrar.policies.ci.grant-types", "client_credentials")
                .expect(Json.webClient(""), "+");
        Registrations.with("registrar.policies.default.grant-types", "client_credentials")
                .expect(Json.webClient(""), "/grant_types/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "grant-types=client_credentials | web | | grant_types[0]: not allowed by the policy ci; use one of: client_credentials",
                "scopes=orders.*,stock | machine | 'scope':'x' | scope: names a scope that is not allowed by the policy ci; use only: orders.*, stock",
                "redirect-hosts=a.example,loopback | web | | redirect_uris[0]: this host or scheme is not allowed by the policy ci; use one of: a.example, loopback",
                "uri-hosts=a.example,loopback | web | 'client_uri#fr':'https://b.example/' | client_uri: this host is not allowed by the policy ci; use one of: a.example, loopback",
                "token-endpoint-auth-methods=none | web | 'token_endpoint_auth_methods_supported':['client_secret_basic'] | token_endpoint_auth_methods_supported: holds nothing that the profile or the registration policy in force allows",
                "maximum.client_lifetime=60 | machine | 'client_lifetime':61 | client_lifetime: must be at most 60 under the policy ci",
                "required=contacts | machine | | contacts: required by the policy ci",
                "fixed.application_type=native | machine | 'application_type':'web' | application_type: the value is fixed by the policy ci; leave it out, or send native"
            })
    void aRefusalNamesThePolicyAndSaysWhatToDo(String settings, String kind, String members, String message) {
        assertEquals(message, message(under(settings), kind, members));
    }

    @Test
    void onlyRedirectUrisAreRefusedWithACodeOfTheirOwn() {
        Registrations portal = under("redirect-hosts=a.example");
        assertEquals(
                ErrorCode.INVALID_REDIRECT_URI,
                portal.violations(Json.webClient("")).get(0).code());
        assertEquals(
                ErrorCode.INVALID_CLIENT_METADATA,
                portal.violations(
                                Json.webClient(
                                        "'redirect_uris':['https://a.example/'],'post_logout_redirect_uris':['https://b.example/']"))
                        .get(0)
                        .code());
    }
}
