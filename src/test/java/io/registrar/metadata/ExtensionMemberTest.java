package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference A.12 and A.12a, for a caller with a credential. */
class ExtensionMemberTest {

    private static final Registrations STRICT = Registrations.with();

    // Client it is for, least, greatest, default; "none" for no default. The limit's setting is the name in kebab case.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openid     | identity_token_lifetime          | 1 | 86400    | 300",
                "machine    | access_token_lifetime            | 1 | 86400    | 3600",
                "web        | authorization_code_lifetime      | 1 | 600      | 300",
                "refreshing | absolute_refresh_token_lifetime  | 1 | 31536000 | 2592000",
                "sliding    | sliding_refresh_token_lifetime   | 1 | 31536000 | 1296000",
                "web        | consent_lifetime                 | 1 | 31536000 | none"
            })
    void lifetimesAreSecondsWithinTheirBounds(String kind, String member, int least, int most, String absent) {
        String unbounded = member.startsWith("sliding") ? "'absolute_refresh_token_lifetime':31536000" : "";
        ObjectNode client = Json.client(kind, unbounded);
        STRICT.expect(client, "+ '" + member + "':" + (absent.equals("none") ? "null" : absent));
        STRICT.expect(client.deepCopy().put(member, least), "+");
        STRICT.expect(client.deepCopy().put(member, most), "+");
        STRICT.expect(client.deepCopy().put(member, least - 2), "/" + member);
        STRICT.expect(client.deepCopy().put(member, most + 1), "/" + member);
        STRICT.expect(client.deepCopy().put(member, "60"), "/" + member);
        STRICT.expect(client.deepCopy().put(member, 60.5), "/" + member);
        STRICT.expect(client.deepCopy().put(member, true), "/" + member);
        STRICT.expect(
                client.deepCopy().putNull(member), "+ '" + member + "':" + (absent.equals("none") ? "null" : absent));

        Registrations narrow = Registrations.with("limits." + member.replace('_', '-'), "60");
        narrow.expect(Json.client(kind, ""), "+ '" + member + "':" + (absent.equals("none") ? "null" : "60"));
        narrow.expect(Json.client(kind, "'" + member + "':61"), "/" + member);
        narrow.expect(Json.client(kind, "'" + member + "':59"), "+");
    }

    @ParameterizedTest
    @CsvSource({
        "refreshing,refresh_token_expiration,Absolute,Sliding",
        "refreshing,refresh_token_usage,ReUse,OneTimeOnly",
        "machine,access_token_type,Jwt,Reference"
    })
    void namesComeInAnyLetterCaseAndGoBackInOne(String kind, String member, String usual, String other) {
        STRICT.expect(Json.client(kind, ""), "+ '" + member + "':'" + usual + "'");
        for (String value : new String[] {usual, other}) {
            for (String spelling :
                    new String[] {value, value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT)}) {
                STRICT.expect(Json.client(kind, "").put(member, spelling), "+ '" + member + "':'" + value + "'");
            }
        }
        for (String wrong : new String[] {"", "0", "1", usual + "," + other, usual + " ", "nonsense"}) {
            STRICT.expect(Json.client(kind, "").put(member, wrong), "/" + member);
        }
        STRICT.expect(Json.client(kind, "").put(member, 0), "/" + member);
        STRICT.expect(Json.client(kind, "").put(member, true), "/" + member);
    }

    @ParameterizedTest
    @CsvSource({
        "refreshing,update_access_token_claims_on_refresh,false",
        "web,require_consent,false",
        "web,allow_remember_consent,true",
        "web,enable_local_login,true",
        "web,coordinate_lifetime_with_user_session,null"
    })
    void flagsHaveTheirDefaults(String kind, String member, String absent) {
        STRICT.expect(Json.client(kind, ""), "+ '" + member + "':" + absent);
        STRICT.expect(Json.client(kind, "").put(member, true), "+");
        STRICT.expect(Json.client(kind, "").put(member, false), "+");
        STRICT.expect(Json.client(kind, "").put(member, "false"), "/" + member);
        STRICT.expect(Json.client(kind, "").put(member, 0), "/" + member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "web | | + 'allowed_cors_origins':[],'identity_provider_restrictions':[]",
                "web | 'allowed_cors_origins':['https://a.example','https://a.example:8443','http://localhost:3000','http://127.0.0.1','http://[::1]:80800'] | /allowed_cors_origins/4",
                "web | 'allowed_cors_origins':['https://a.example','https://a.example:8443','http://localhost:3000','http://127.0.0.1'] | +",
                "web | 'allowed_cors_origins':['https://a.example/'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['https://a.example/x'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['https://a.example?'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['https://a.example:443'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['http://localhost:80'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['http://a.example'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['*'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['https://*.a.example'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['null'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':[null] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['a.example'] | /allowed_cors_origins/0",
                "web | 'allowed_cors_origins':['https://a.example','https://a.example'] | /allowed_cors_origins/1",
                "web | 'identity_provider_restrictions':['google','Entra ID'] | +",
                "web | 'identity_provider_restrictions':['google','google'] | /identity_provider_restrictions/1",
                "web | 'identity_provider_restrictions':['',5] | /identity_provider_restrictions/1 /identity_provider_restrictions/0",
                "openid | | + 'allowed_identity_token_signing_algorithms':[],'identity_token_lifetime':300",
                "openid | 'allowed_identity_token_signing_algorithms':['PS256','ES256'] | + 'id_token_signed_response_alg':'PS256'",
                "openid | 'allowed_identity_token_signing_algorithms':['PS256','RS256'] | + 'id_token_signed_response_alg':'RS256'",
                "openid | 'allowed_identity_token_signing_algorithms':['none'] | /allowed_identity_token_signing_algorithms/0",
                "openid | 'allowed_identity_token_signing_algorithms':['HS256'] | /allowed_identity_token_signing_algorithms/0",
                // X24
                "openid | 'allowed_identity_token_signing_algorithms':['PS256'],'id_token_signed_response_alg':'PS256' | +",
                "openid | 'allowed_identity_token_signing_algorithms':['PS256'],'id_token_signed_response_alg':'ES256' | /id_token_signed_response_alg",
                "web | | + 'require_client_secret':true",
                "public | | + 'require_client_secret':false",
                "web | 'require_client_secret':true | +",
                "jwt | 'require_client_secret':true | +",
                "public | 'require_client_secret':false | +",
                // X1, X30
                "public | 'require_client_secret':true | /require_client_secret",
                "web | 'require_client_secret':false | /require_client_secret",
                "jwt | 'require_client_secret':false | /require_client_secret"
            })
    void listsAndTheSecret(String kind, String members, String outcome) {
        STRICT.expect(Json.client(kind, members), outcome);
    }

    @Test
    void listsHaveTheirBounds() {
        ObjectNode origins = Json.webClient("");
        IntStream.range(0, 50)
                .forEach(i -> origins.withArray("allowed_cors_origins").add("https://a" + i + ".example"));
        STRICT.expect(origins, "+");
        origins.withArray("allowed_cors_origins").add("https://a.example");
        STRICT.expect(origins, "/allowed_cors_origins");
        ObjectNode providers = Json.webClient("'identity_provider_restrictions':['" + "x".repeat(200) + "']");
        IntStream.range(1, 50)
                .forEach(i ->
                        providers.withArray("identity_provider_restrictions").add("p" + i));
        STRICT.expect(providers, "+");
        providers.withArray("identity_provider_restrictions").add("p");
        STRICT.expect(providers, "/identity_provider_restrictions");
        STRICT.expect(
                Json.webClient("'identity_provider_restrictions':['" + "x".repeat(201) + "']"),
                "/identity_provider_restrictions/0");
    }

    // X22, X23 and the scope openid: refused, not ignored. The value is the member's default where it has one.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openid | 'identity_token_lifetime':300",
                "openid | 'allowed_identity_token_signing_algorithms':['RS256']",
                "authorization_code | 'authorization_code_lifetime':300",
                "authorization_code | 'require_consent':false",
                "authorization_code | 'allow_remember_consent':true",
                "authorization_code | 'consent_lifetime':60",
                "authorization_code | 'allowed_cors_origins':['https://a.example']",
                "authorization_code | 'enable_local_login':true",
                "authorization_code | 'identity_provider_restrictions':['x']",
                "authorization_code | 'coordinate_lifetime_with_user_session':true",
                "refresh_token | 'absolute_refresh_token_lifetime':2592000",
                "refresh_token | 'sliding_refresh_token_lifetime':60",
                "refresh_token | 'refresh_token_expiration':'Absolute'",
                "refresh_token | 'refresh_token_usage':'ReUse'",
                "refresh_token | 'update_access_token_claims_on_refresh':false"
            })
    void aMemberWithoutItsGrantOrScopeIsRefused(String needed, String member) {
        String name = member.substring(1, member.indexOf("':"));
        STRICT.expect(Json.machine(member), "/" + name);
        STRICT.expect(Json.machine(""), "+ '" + name + "':null");
        if (needed.equals("refresh_token")) {
            STRICT.expect(Json.webClient(member), "/" + name);
        }
        Registrations lenient = Registrations.with("lenient-flow-members", "true");
        lenient.expect(Json.machine(member), needed.equals("openid") ? "/" + name : "+ '" + name + "':null");
    }

    @Test
    void lenienceIsAboutFlowsAndNotAboutValues() {
        Registrations lenient = Registrations.with("lenient-flow-members", "true", "same-site-logout", "true");
        lenient.expect(Json.machine("'consent_lifetime':0"), "/consent_lifetime");
        lenient.expect(
                Json.machine("'absolute_refresh_token_lifetime':0,'frontchannel_logout_uri':'https://a.example/',"
                        + "'sliding_refresh_token_lifetime':31536000,'post_logout_redirect_uris':['https://a.example/'],"
                        + "'initiate_login_uri':'https://a.example/','default_max_age':0"),
                "+ 'absolute_refresh_token_lifetime':null,'frontchannel_logout_uri':null,"
                        + "'sliding_refresh_token_lifetime':null,'post_logout_redirect_uris':null,"
                        + "'initiate_login_uri':null,'default_max_age':null");
        lenient.expect(Json.webClient("'frontchannel_logout_uri':'https://a.example/'"), "/frontchannel_logout_uri");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "refreshing | | + 'sliding_refresh_token_lifetime':null,'absolute_refresh_token_lifetime':2592000",
                "refreshing | 'sliding_refresh_token_lifetime':60 | + 'sliding_refresh_token_lifetime':null",
                "sliding | | + 'sliding_refresh_token_lifetime':1296000,'absolute_refresh_token_lifetime':2592000",
                "sliding | 'absolute_refresh_token_lifetime':60 | + 'sliding_refresh_token_lifetime':60",
                "sliding | 'absolute_refresh_token_lifetime':60,'sliding_refresh_token_lifetime':60 | +",
                // X29
                "sliding | 'absolute_refresh_token_lifetime':60,'sliding_refresh_token_lifetime':61 | /sliding_refresh_token_lifetime",
                "refreshing | 'absolute_refresh_token_lifetime':60,'sliding_refresh_token_lifetime':61 | /sliding_refresh_token_lifetime",
                "sliding | 'sliding_refresh_token_lifetime':2592001 | /sliding_refresh_token_lifetime",
                // RFC 9700 §2.2.2
                "public refreshing | | + 'refresh_token_usage':'OneTimeOnly'",
                "public refreshing | 'refresh_token_usage':'ReUse' | /refresh_token_usage",
                "public refreshing | 'refresh_token_usage':'ReUse','dpop_bound_access_tokens':true | +",
                "public refreshing | 'refresh_token_usage':'ReUse','tls_client_certificate_bound_access_tokens':true | +",
                "refreshing | 'refresh_token_usage':'ReUse' | +"
            })
    void refreshTokens(String kind, String members, String outcome) {
        STRICT.expect(Json.client(kind, members), outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "| | + 'client_lifetime':null",
                "| 'client_lifetime':60 | +",
                "| 'client_lifetime':315360000 | +",
                "| 'client_lifetime':59 | /client_lifetime",
                "| 'client_lifetime':315360001 | /client_lifetime",
                "| 'client_lifetime':'60' | /client_lifetime",
                "P1D | | + 'client_lifetime':86400",
                "P1D | 'client_lifetime':86400 | +",
                "P1D | 'client_lifetime':60 | +",
                "P1D | 'client_lifetime':86401 | /client_lifetime"
            })
    void aClientLivesNoLongerThanTheDeploymentLetsIt(String longest, String members, String outcome) {
        String settings = longest == null ? null : "max-client-lifetime=" + longest;
        Registrations.withSettings(settings).expect(Json.machine(members), outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "web"})
    void theEndOfTheClientIsNotTheClientsToSay(String kind) {
        STRICT.expect(Json.client(kind, "'client_expires_at':1"), "+ 'client_expires_at':null");
        Registrations refusing = Registrations.with("reject-server-members", "true");
        refusing.expect(Json.client(kind, "'client_expires_at':1"), "/client_expires_at");
        assertEquals(
                1,
                refusing.violations(Json.client(kind, "'client_expires_at':1")).size());
    }
}
