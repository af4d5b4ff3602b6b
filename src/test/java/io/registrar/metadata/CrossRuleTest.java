package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference B.6, both sides of each numbered rule. X33 is about software statements, which are not accepted yet. */
class CrossRuleTest {

    private static final String SECTOR = "'sector_identifier_uri':'https://s.example/'";
    private static final String ENDPOINT = "'backchannel_client_notification_endpoint':'https://a.example/'";
    private static final String KEYS_URI = "'jwks_uri':'https://a.example/jwks'";

    private static String expanded(String members) {
        return members == null
                ? ""
                : members.replace("$SECTOR", SECTOR)
                        .replace("$ENDPOINT", ENDPOINT)
                        .replace("$URI", KEYS_URI);
    }

    // Rule | settings | client | members | outcome
    @ParameterizedTest(name = "{0} {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X1  | | public | 'require_client_secret':true | /require_client_secret",
                "X1  | | public | 'require_client_secret':false | +",
                "X4  | | web | 'token_endpoint_auth_method':'client_secret_jwt' | /token_endpoint_auth_method",
                "X4  | | web | 'id_token_signed_response_alg':'HS256' | /id_token_signed_response_alg",
                "X4  | | web | 'userinfo_signed_response_alg':'HS256' | /userinfo_signed_response_alg",
                "X4  | | web | 'authorization_signed_response_alg':'HS256' | /authorization_signed_response_alg",
                "X4  | | web | 'introspection_signed_response_alg':'HS256' | /introspection_signed_response_alg",
                "X4  | | web | 'id_token_encrypted_response_alg':'dir' | /id_token_encrypted_response_alg",
                "X4  | | web | 'request_object_encryption_alg':'A128KW' | /request_object_encryption_alg",
                "X5  | | keys | $URI | /jwks",
                "X5  | | web | $URI | +",
                "X6  | | jwt | 'token_endpoint_auth_signing_alg':'PS256' | +",
                "X6  | | web | 'token_endpoint_auth_signing_alg':'PS256' | /token_endpoint_auth_signing_alg",
                "X7  | | web | 'token_endpoint_auth_method':'private_key_jwt' | /token_endpoint_auth_method",
                "X7  | | web | 'token_endpoint_auth_method':'private_key_jwt',$URI | +",
                "X7  | | jwt | 'jwks':{'keys':[{'kty':'new'}]} | /jwks",
                "X8  | | jwt | 'token_endpoint_auth_method':'self_signed_tls_client_auth' | /jwks",
                "X8  | | web | 'token_endpoint_auth_method':'self_signed_tls_client_auth',$URI | +",
                "X9  | | web | 'userinfo_encrypted_response_alg':'ECDH-ES' | /userinfo_encrypted_response_alg",
                "X9  | | web | 'userinfo_encrypted_response_alg':'ECDH-ES',$URI | +",
                "X9  | | web | 'request_object_encryption_alg':'ECDH-ES' | +",
                "X10 | | web | 'request_object_signing_alg':'ES256' | /request_object_signing_alg",
                "X10 | | keys | 'request_object_signing_alg':'ES256' | +",
                "X10 | | ciba | 'backchannel_authentication_request_signing_alg':'ES256' | /backchannel_authentication_request_signing_alg",
                "X10 | | ciba | 'backchannel_authentication_request_signing_alg':'ES256',$URI | +",
                "X10 | | web | 'require_signed_request_object':true | /require_signed_request_object",
                "X11 | | tls | | /token_endpoint_auth_method",
                "X11 | | tls | 'tls_client_auth_san_dns':'a.example' | +",
                "X12 | | web | 'request_object_encryption_enc':'A128GCM' | /request_object_encryption_enc",
                "X12 | | web | 'request_object_encryption_enc':'A128GCM','request_object_encryption_alg':'ECDH-ES' | +",
                "X13 | | web | 'subject_type':'pairwise','redirect_uris':['https://a.example/','https://a.example:444/'] | +",
                "X13 | | web | 'subject_type':'pairwise','redirect_uris':['https://a.example/','https://b.example/'] | /subject_type",
                "X13 | | web | 'subject_type':'pairwise','redirect_uris':['https://a.example/','https://b.example/'],$SECTOR | +",
                "X13 | refuse-unused-redirect-uris=false | ciba | 'subject_type':'pairwise','redirect_uris':['https://a.example/','https://b.example/'],'token_endpoint_auth_method':'private_key_jwt',$URI | +",
                "X14 | | native | 'subject_type':'pairwise' | /subject_type",
                "X14 | | native | 'subject_type':'pairwise',$SECTOR | +",
                "X14 | | web | 'subject_type':'pairwise','redirect_uris':['http://127.0.0.1/cb'] | /subject_type",
                "X15 | | ciba | 'subject_type':'pairwise' | /subject_type",
                "X15 | | ciba | 'subject_type':'pairwise',$URI | /subject_type",
                "X15 | | ciba | 'subject_type':'pairwise','token_endpoint_auth_method':'private_key_jwt',$URI | +",
                "X15 | | ciba | 'subject_type':'pairwise','token_endpoint_auth_method':'private_key_jwt','jwks':$KEYS | /subject_type",
                "X15 | | ciba | 'subject_type':'pairwise','backchannel_authentication_request_signing_alg':'ES256',$URI | +",
                "X15 | | device | 'subject_type':'pairwise' | /subject_type",
                "X15 | | device | 'subject_type':'pairwise','token_endpoint_auth_method':'self_signed_tls_client_auth',$URI | +",
                "X15 | refuse-unused-redirect-uris=false | device | 'subject_type':'pairwise','redirect_uris':['https://a.example/'] | /subject_type",
                "X16 | | ciba | 'subject_type':'pairwise','backchannel_token_delivery_mode':'push',$ENDPOINT | +",
                "X17 | | web | 'backchannel_token_delivery_mode':'poll' | /backchannel_token_delivery_mode",
                "X17 | | web | 'backchannel_token_delivery_mode':'push',$ENDPOINT | +",
                "X18 | | ciba | 'backchannel_token_delivery_mode':null | /backchannel_token_delivery_mode",
                "X19 | | ciba | 'backchannel_token_delivery_mode':'ping' | /backchannel_client_notification_endpoint",
                "X19 | | ciba | 'backchannel_token_delivery_mode':'ping',$ENDPOINT | +",
                "X20 | | web | 'dpop_bound_access_tokens':true,'tls_client_certificate_bound_access_tokens':true | /dpop_bound_access_tokens",
                "X20 | | web | 'dpop_bound_access_tokens':true,'tls_client_certificate_bound_access_tokens':false | +",
                "X21 | allow-implicit=true | implicit | 'response_types':['id_token token'],'dpop_bound_access_tokens':true | /dpop_bound_access_tokens",
                "X21 | allow-implicit=true | implicit | 'response_types':['token'],'tls_client_certificate_bound_access_tokens':true | /tls_client_certificate_bound_access_tokens",
                "X21 | allow-implicit=true | implicit | 'dpop_bound_access_tokens':true | +",
                "X22 | | web | 'refresh_token_usage':'ReUse' | /refresh_token_usage",
                "X22 | | refreshing | 'refresh_token_usage':'ReUse' | +",
                "X23 | | machine | 'default_max_age':1 | /default_max_age",
                "X23 | lenient-flow-members=true | machine | 'default_max_age':1 | + 'default_max_age':null",
                "X23 | allow-implicit=true | implicit | 'default_max_age':1 | /default_max_age",
                "X23 | allow-implicit=true | implicit | 'frontchannel_logout_uri':'https://app.example.com/x' | /frontchannel_logout_uri",
                "X24 | | openid | 'allowed_identity_token_signing_algorithms':['ES256'],'id_token_signed_response_alg':'RS256' | /id_token_signed_response_alg",
                "X24 | | openid | 'allowed_identity_token_signing_algorithms':[],'id_token_signed_response_alg':'RS256' | +",
                "X25 | | web | 'id_token_signed_response_alg':'none' | /id_token_signed_response_alg",
                "X25 | allow-id-token-none=true | web | 'id_token_signed_response_alg':'none' | +",
                "X25 | allow-id-token-none=true;allow-implicit=true | implicit | 'id_token_signed_response_alg':'none' | /id_token_signed_response_alg",
                "X25 | allow-id-token-none=true;allow-implicit=true | implicit | 'id_token_signed_response_alg':'none','response_types':['token'] | +",
                "X26 | | keys | 'require_signed_request_object':true,'request_object_signing_alg':'ES384' | /request_object_signing_alg",
                "X26 | | keys | 'require_signed_request_object':true,'request_object_signing_alg':'ES256' | +",
                "X27 | | web | 'frontchannel_logout_uri':'https://a.example/' | /frontchannel_logout_uri",
                "X27 | | web | 'frontchannel_logout_uri':'https://app.example.com/x' | +",
                "X28 | | device | 'require_pushed_authorization_requests':true | /require_pushed_authorization_requests",
                "X28 | | web | 'require_pushed_authorization_requests':true | +",
                "X29 | | sliding | 'absolute_refresh_token_lifetime':9,'sliding_refresh_token_lifetime':10 | /sliding_refresh_token_lifetime",
                "X29 | | sliding | 'absolute_refresh_token_lifetime':10,'sliding_refresh_token_lifetime':10 | +",
                "X30 | | web | 'require_client_secret':false | /require_client_secret",
                "X30 | | jwt | 'require_client_secret':true | +",
                "X31 | | machine | 'scope':'openid' | /scope",
                "X31 | | device | 'scope':'openid' | +",
                "X31 | | exchange | 'scope':'openid' | +",
                "X32 | confidential-only-scopes=a | public | 'scope':'b a' | /scope",
                "X32 | confidential-only-scopes=a | web | 'scope':'b a' | +",
                "X34 | | device | 'initiate_login_uri':'https://a.example/' | /initiate_login_uri",
                "X34 | | web | 'initiate_login_uri':'https://a.example/' | +"
            })
    void members(String rule, String settings, String kind, String members, String outcome) {
        Registrations.withSettings(settings).expect(Json.client(kind, expanded(members)), outcome);
    }

    // X1 to X3
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "public | | false",
                "web | | true",
                "web | 'token_endpoint_auth_method':'client_secret_post' | true",
                "jwt | | false",
                "tls | 'tls_client_auth_san_dns':'a.example' | false"
            })
    void aSecretIsIssuedToThoseWhoAuthenticateWithIt(String kind, String members, boolean secret) {
        assertEquals(
                secret,
                Registrations.with().register(Json.client(kind, members)).needsSecret());
    }

    // B.3
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "| web | 'redirect_uris':null | /redirect_uris",
                "| web | 'redirect_uris':[] | /redirect_uris",
                "| web | 'redirect_uris':null,'require_pushed_authorization_requests':true | /redirect_uris",
                "allow-implicit=true | implicit | 'redirect_uris':[] | /redirect_uris",
                "| machine | | + 'redirect_uris':null",
                "| machine | 'redirect_uris':[] | +",
                "| device | | +",
                "| ciba | | +",
                "| exchange | | +",
                "| machine | 'redirect_uris':['https://a.example/'] | /redirect_uris",
                "refuse-unused-redirect-uris=false | machine | 'redirect_uris':['https://a.example/'] | +",
                "refuse-unused-redirect-uris=false | machine | 'redirect_uris':['http://a.example/'] | /redirect_uris/0",
                "| web | 'grant_types':['authorization_code','client_credentials'] | +",
                "separate-user-and-machine-grants=true | web | 'grant_types':['authorization_code','client_credentials'] | /grant_types"
            })
    void redirectUrisAreThereExactlyIfTheClientRedirects(String settings, String kind, String members, String outcome) {
        Registrations.withSettings(settings).expect(Json.client(kind, members), outcome);
    }
}
