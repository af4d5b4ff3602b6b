package io.registrar.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference A.9 to A.11. */
class FederationAndUmaTest {

    private static final Registrations STRICT = Registrations.with();
    private static final Registrations FEDERATED = Registrations.with("accept-federation-metadata", "true");
    private static final Registrations UMA =
            Registrations.with("grant-types", "authorization_code," + GrantType.UMA_TICKET);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "client_registration_types | ['automatic','explicit'] | +",
                "client_registration_types | ['automatic','automatic'] | /1",
                "client_registration_types | ['manual'] | /0",
                "client_registration_types | 'automatic' | ''",
                "signed_jwks_uri | 'https://a.example/jwks.jose' | +",
                "signed_jwks_uri | 'http://a.example/jwks.jose' | ''",
                "signed_jwks_uri | 'https://10.0.0.1/' | ''",
                "organization_name | 'Example' | +",
                "organization_name | '' | ''",
                "organization_name | 5 | ''",
                "display_name | 'Ex\u00e4mple' | +",
                "display_name | 'a\u202Eb' | ''",
                "description | 'What it is for' | +",
                "description | ['x'] | ''",
                "keywords | ['shop','books'] | +",
                "keywords | [] | +",
                "keywords | ['shop','shop'] | /1",
                "keywords | ['shop',null] | /1",
                "information_uri | 'https://a.example/' | +",
                "information_uri | 'http://a.example/' | ''",
                "information_uri | 'https://192.0.2.1/' | ''",
                "organization_uri | 'https://a.example/' | +",
                "organization_uri | 'javascript:alert(1)' | ''"
            })
    void membersOfAFederationAreKeptBySwitchAndUnknownWithoutIt(String member, String value, String outcome) {
        ObjectNode client = Json.webClient("'" + member + "':" + value);
        STRICT.expect(client, "+ '" + member + "':null");
        FEDERATED.expect(client, outcome.equals("+") ? "+" : "/" + member + outcome.replace("'", ""));
    }

    @Test
    void theyHaveTheirBounds() {
        FEDERATED.expect(Json.webClient("'organization_name':'" + "x".repeat(200) + "'"), "+");
        FEDERATED.expect(Json.webClient("'organization_name':'" + "x".repeat(201) + "'"), "/organization_name");
        FEDERATED.expect(Json.webClient("'display_name':'" + "x".repeat(201) + "'"), "/display_name");
        FEDERATED.expect(Json.webClient("'description':'" + "x".repeat(2000) + "'"), "+");
        FEDERATED.expect(Json.webClient("'description':'" + "x".repeat(2001) + "'"), "/description");
        ObjectNode client = Json.webClient("'keywords':['" + "x".repeat(100) + "']");
        IntStream.range(1, 50).forEach(i -> client.withArray("keywords").add("k" + i));
        FEDERATED.expect(client, "+");
        client.withArray("keywords").add("one too many");
        FEDERATED.expect(client, "/keywords");
        FEDERATED.expect(Json.webClient("'keywords':['" + "x".repeat(101) + "']"), "/keywords/0");
    }

    @Test
    void signedKeysAreNotSentBesideOthers() {
        String signed = "'signed_jwks_uri':'https://a.example/jwks.jose'";
        FEDERATED.expect(Json.client("keys", signed), "/signed_jwks_uri");
        FEDERATED.expect(Json.webClient(signed + ",'jwks_uri':'https://a.example/jwks'"), "/signed_jwks_uri");
        STRICT.expect(Json.client("keys", signed), "+ 'signed_jwks_uri':null");
    }

    @Test
    void variantsOfArraysObeyTheirBase() {
        FEDERATED.expect(Json.webClient("'keywords#de':['Laden'],'keywords':['shop'],'keywords#fr':[]"), "+");
        FEDERATED.expect(Json.webClient("'keywords#de':'Laden'"), "/keywords#de");
        FEDERATED.expect(Json.webClient("'keywords#de':['a','']"), "/keywords#de/1");
        STRICT.expect(Json.webClient("'keywords#de':['Laden']"), "+ 'keywords#de':null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "uma | ['https://app.example.com/claims'] | +",
                "uma | [] | +",
                "uma | ['https://a.example/#x'] | /0",
                "uma | ['http://a.example/'] | /0",
                "uma | ['https://a.example/','https://a.example/'] | /1",
                "uma | ['com.example.app:/claims'] | /0",
                "uma | ['https://a.example/a,b'] | /0",
                "uma | 'https://a.example/' | ''",
                "web | [] | + 'claims_redirect_uris':null",
                "web | ['https://app.example.com/claims'] | ''"
            })
    void claimsAreRedirectedInUmaOnly(String kind, String value, String outcome) {
        ObjectNode client = Json.client(kind, "'claims_redirect_uris':" + value);
        UMA.expect(client, outcome.startsWith("+") ? outcome : "/claims_redirect_uris" + outcome.replace("'", ""));
        if (!kind.equals("uma")) {
            STRICT.expect(client, "+ 'claims_redirect_uris':null");
        }
    }

    @Test
    void hostsThatTheDeploymentDeniesAreDeniedForClaimsToo() {
        Registrations denying = Registrations.with(
                "grant-types",
                GrantType.UMA_TICKET,
                "denied-redirect-hosts",
                "*.evil.example",
                "refuse-ip-hosts",
                "true");
        denying.expect(
                Json.client(
                        "uma",
                        "'claims_redirect_uris':['https://a.example/','https://x.evil.example/','https://192.0.2.1/']"),
                "/claims_redirect_uris/1 /claims_redirect_uris/2");
    }

    @Test
    void pagesOfAFederationAreOnTheClientsSiteWhereItsOtherPagesAre() {
        Registrations sameSite = Registrations.with("accept-federation-metadata", "true", "same-site-pages", "true");
        for (String member : List.of("information_uri", "organization_uri#fr")) {
            sameSite.expect(Json.webClient("'" + member + "':'https://www.example.com/'"), "+");
            sameSite.expect(Json.webClient("'" + member + "':'https://example.org/'"), "/" + member);
        }
    }

    @Test
    void theUmaGrantNeedsTheSettingAndACredential() {
        STRICT.expect(Json.client("uma", ""), "/grant_types/0");
        UMA.expect(Json.client("uma", ""), "+");
        UMA.expect(Json.client("uma", "'token_endpoint_auth_method':'none'"), "/token_endpoint_auth_method");
    }

    @ParameterizedTest
    @CsvSource({
        "nfv_token_signed_response_alg",
        "nfv_token_encrypted_response_alg",
        "nfv_token_encrypted_response_enc",
        "vp_formats_supported",
        "encrypted_response_enc_values_supported",
        "spiffe_id",
        "spiffe_bundle_endpoint",
        "digest_algorithm",
        "response_modes",
        "command_endpoint",
        "require_pkce"
    })
    void membersOfOtherProtocolsAreUnknown(String member) {
        STRICT.expect(Json.webClient("").put(member, "nonsense"), "+ '" + member + "':null");
        STRICT.expect(Json.webClient("").put(member, 5), "+ '" + member + "':null");
    }

    @Test
    void pagesThatBreakTheRulesAreDroppedBySwitchAndNothingElse() {
        Registrations lenient = Registrations.with("lenient-display", "true", "accept-federation-metadata", "true");
        String pages =
                "'client_uri':'http://a.example/','logo_uri':'x','tos_uri#fr':'','information_uri':'http://a.example/'";
        lenient.expect(
                Json.webClient(pages), "+ 'client_uri':null,'logo_uri':null,'tos_uri#fr':null,'information_uri':null");
        lenient.expect(Json.webClient("'client_uri':5"), "/client_uri");
        lenient.expect(Json.webClient("'client_uri#en_US':'http://a.example/'"), "");
        lenient.expect(Json.webClient("'client_name':''"), "/client_name");
        lenient.expect(Json.webClient("'initiate_login_uri':'http://a.example/'"), "/initiate_login_uri");
        lenient.expect(Json.webClient("'policy_uri':'https://a.example/'"), "+");
    }
}
