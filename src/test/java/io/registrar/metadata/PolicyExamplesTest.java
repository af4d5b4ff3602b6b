package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policies that the README shows are configuration that works. */
class PolicyExamplesTest {

    private static final Map<String, String> EXAMPLES = examples();

    private static Map<String, String> examples() {
        try {
            return Pattern.compile("<!-- policy: (\\S+) -->\n```properties\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of("README.md")))
                    .results()
                    .collect(Collectors.toMap(
                            example -> example.group(1),
                            (MatchResult example) -> example.group(2),
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them at once, as an operator would have them. */
    private static Registrations deployment() {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(String.join("\n", EXAMPLES.values())));
            return Registrations.with(properties.entrySet().stream()
                    .flatMap(entry -> Stream.of(
                            entry.getKey().toString(), entry.getValue().toString()))
                    .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreFour() {
        assertEquals(
                "[ci-pipelines, native-agents, portal, saas-tenant]",
                EXAMPLES.keySet().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ci-pipelines | 'client_name':'Deploy','software_id':'shop','jwks':$KEYS | + 'grant_types':['client_credentials'],'scope':'orders.read','access_token_lifetime':600,'client_lifetime':604800,'token_endpoint_auth_method':'private_key_jwt'",
                "ci-pipelines | 'client_name':'Deploy','software_id':'shop','jwks':$KEYS,'scope':'orders.read admin' | /scope",
                "portal | 'client_name':'Shop','contacts':['a@example.com'],'redirect_uris':['https://shop.apps.example.com/cb'] | + 'scope':'openid profile','require_consent':true,'policy_uri':'https://portal.example.com/privacy'",
                "portal | 'client_name':'Shop','contacts':['a@example.com'],'redirect_uris':['https://shop.example.com/cb'] | /redirect_uris/0",
                "saas-tenant | 'client_name':'Acme','redirect_uris':['https://acme.tenants.example.com/cb'],'jwks_uri':'https://acme.tenants.example.com/keys' | + 'scope':'openid','dpop_bound_access_tokens':true,'subject_type':'pairwise','access_token_lifetime':300,'require_pushed_authorization_requests':true",
                "portal | 'client_name':'Shop','contacts':['a@example.com'],'redirect_uris':['https://shop.apps.example.com/cb'],'initiate_login_uri':'https://shop.example.com/','logo_uri':'https://cdn.example.net/l.png' | /logo_uri /initiate_login_uri",
                "saas-tenant | 'client_name':'Acme','redirect_uris':['https://acme.tenants.example.com/cb'],'jwks_uri':'https://acme.tenants.example.com/keys','dpop_bound_access_tokens':false | /dpop_bound_access_tokens",
                "native-agents | 'client_name':'Agent','redirect_uris':['http://127.0.0.1/cb','com.example.agent:/cb'],'grant_types':['authorization_code','refresh_token'] | + 'token_endpoint_auth_method':'none','application_type':'native','refresh_token_usage':'OneTimeOnly','absolute_refresh_token_lifetime':86400,'client_lifetime':2592000,'scope':null",
                "native-agents | 'client_name':'Agent','redirect_uris':['https://agent.example.com/cb'] | /redirect_uris/0"
            })
    void eachTakesTheClientsItIsForAndNoOthers(String policy, String client, String outcome) {
        deployment().under(policy).expect(Json.object("{" + client.replace("$KEYS", Keys.BOTH) + "}"), outcome);
    }
}
