package io.registrar.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference A.6 and A.7; the algorithms are with those of OpenID Registration. */
class AuthorizationRequestMemberTest {

    private static final Registrations STRICT = Registrations.with();
    private static final String ENDPOINT = "'backchannel_client_notification_endpoint':'https://a.example/ciba'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "| web  | | + 'require_signed_request_object':false,'dpop_bound_access_tokens':false,'authorization_details_types':null",
                "| web  | | + 'authorization_signed_response_alg':null,'introspection_signed_response_alg':null",
                "| keys | 'require_signed_request_object':true | +",
                "| web  | 'require_signed_request_object':false | +",
                "| web  | 'require_signed_request_object':true | /require_signed_request_object",
                "| web  | 'require_signed_request_object':true,'jwks':{'keys':[]} | /jwks",
                "| web  | 'require_signed_request_object':true,'jwks_uri':'https://a.example/jwks' | +",
                "| web  | 'require_signed_request_object':1 | /require_signed_request_object",
                "| web  | 'require_pushed_authorization_requests':true | +",
                "| web  | | + 'require_pushed_authorization_requests':false",
                "| machine | 'require_pushed_authorization_requests':true | /require_pushed_authorization_requests",
                "| machine | 'require_pushed_authorization_requests':false | +",
                "| web  | 'dpop_bound_access_tokens':true | +",
                "| machine | 'dpop_bound_access_tokens':true | +",
                "| web  | 'authorization_details_types':['payment_initiation','account'] | +",
                "| web  | 'authorization_details_types':[] | +",
                "| web  | 'authorization_details_types':['a','a'] | /authorization_details_types/1",
                "| web  | 'authorization_details_types':[5] | /authorization_details_types/0",
                "authorization-details-types=payment | web | 'authorization_details_types':['payment'] | +",
                "authorization-details-types=payment | web | 'authorization_details_types':['payment','x'] | /authorization_details_types/1",
                // JARM and signed introspection are in use: what is encrypted is signed first, and the response says
                // how.
                "| keys | 'authorization_encrypted_response_alg':'ECDH-ES' | + 'authorization_signed_response_alg':'RS256'",
                "| keys | 'introspection_encrypted_response_alg':'ECDH-ES' | + 'introspection_signed_response_alg':'RS256'",
                "| keys | 'authorization_encrypted_response_alg':'ECDH-ES','authorization_signed_response_alg':'ES256' | +",
                "authorization-signing-alg-values=ES256 | keys | 'authorization_encrypted_response_alg':'ECDH-ES' | + 'authorization_signed_response_alg':'ES256'"
            })
    void membersAboutAuthorizationRequests(String settings, String kind, String members, String outcome) {
        Registrations.withSettings(settings).expect(Json.client(kind, members), outcome);
    }

    @Test
    void thereAreAtMost50TypesOfAuthorizationDetails() {
        ObjectNode client = Json.webClient("'authorization_details_types':['" + "x".repeat(255) + "']");
        IntStream.range(1, 50)
                .forEach(i -> client.withArray("authorization_details_types").add("t" + i));
        STRICT.expect(client, "+");
        client.withArray("authorization_details_types").add("one too many");
        STRICT.expect(client, "/authorization_details_types");
        ObjectNode longer = Json.webClient("'authorization_details_types':['" + "x".repeat(256) + "']");
        STRICT.expect(longer, "/authorization_details_types/0");
    }

    // Rows without a kind are CIBA clients; they begin with the delivery mode.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'poll' | | + 'backchannel_user_code_parameter':false",
                "'ping' | $ENDPOINT | +",
                "'push' | $ENDPOINT | +",
                "'pull' | | /backchannel_token_delivery_mode",
                "''     | | /backchannel_token_delivery_mode",
                "5      | | /backchannel_token_delivery_mode",
                "null   | | /backchannel_token_delivery_mode",
                "'poll' | $ENDPOINT | /backchannel_client_notification_endpoint",
                "'ping' | | /backchannel_client_notification_endpoint",
                "'push' | | /backchannel_client_notification_endpoint",
                "'ping' | 'backchannel_client_notification_endpoint':'http://a.example/' | /backchannel_client_notification_endpoint",
                "'ping' | 'backchannel_client_notification_endpoint':'https://10.0.0.1/' | /backchannel_client_notification_endpoint",
                "'poll' | 'backchannel_authentication_request_signing_alg':'ES256','jwks':$KEYS | +",
                "'poll' | 'backchannel_authentication_request_signing_alg':'ES256' | /backchannel_authentication_request_signing_alg",
                "'poll' | 'backchannel_authentication_request_signing_alg':'HS256','jwks':$KEYS | /backchannel_authentication_request_signing_alg",
                "'poll' | 'backchannel_user_code_parameter':true | +",
                "'poll' | 'backchannel_user_code_parameter':'x' | /backchannel_user_code_parameter",
                "'poll' | 'token_endpoint_auth_method':'none' | /token_endpoint_auth_method"
            })
    void membersAboutBackchannelAuthentication(String mode, String members, String outcome) {
        String more = members == null ? "" : "," + members.replace("$ENDPOINT", ENDPOINT);
        STRICT.expect(Json.client("ciba", "'backchannel_token_delivery_mode':" + mode + more), outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'backchannel_token_delivery_mode':'poll' | /backchannel_token_delivery_mode",
                "'backchannel_token_delivery_mode':'ping',$ENDPOINT | /backchannel_token_delivery_mode",
                "$ENDPOINT | /backchannel_client_notification_endpoint",
                "'backchannel_authentication_request_signing_alg':'ES256','jwks':$KEYS | /backchannel_authentication_request_signing_alg",
                "'backchannel_user_code_parameter':false | /backchannel_user_code_parameter",
                // Pushed tokens need no grant at the token endpoint, but an authenticated client.
                "'backchannel_token_delivery_mode':'push',$ENDPOINT | +",
                "'backchannel_token_delivery_mode':'push',$ENDPOINT,'token_endpoint_auth_method':'none' | /token_endpoint_auth_method",
                "'backchannel_token_delivery_mode':'push' | /backchannel_client_notification_endpoint"
            })
    void withoutTheGrantTheyAreRefusedExceptForPush(String members, String outcome) {
        STRICT.expect(Json.webClient(members.replace("$ENDPOINT", ENDPOINT).replace("$KEYS", Keys.BOTH)), outcome);
    }
}
