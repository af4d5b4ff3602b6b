package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference 0: nothing is registered that the identity server cannot honour. */
class CapabilityTest {

    private static final Registrations STRICT = Registrations.with();

    // Setting | what it is narrowed to | client | a member with a value still supported | one no more supported.
    private static final String LISTS = """
            subject-types | pairwise | web | 'subject_type':'pairwise' | 'subject_type':'public'
            token-endpoint-auth-signing-alg-values | ES256 | jwt | 'token_endpoint_auth_signing_alg':'ES256' | 'token_endpoint_auth_signing_alg':'RS256'
            id-token-signing-alg-values | ES256 | web | 'id_token_signed_response_alg':'ES256' | 'id_token_signed_response_alg':'RS256'
            id-token-encryption-alg-values | ECDH-ES | keys | 'id_token_encrypted_response_alg':'ECDH-ES' | 'id_token_encrypted_response_alg':'RSA-OAEP'
            id-token-encryption-enc-values | A128GCM | keys | 'id_token_encrypted_response_enc':'A128GCM' | 'id_token_encrypted_response_enc':'A256GCM'
            userinfo-signing-alg-values | ES256 | web | 'userinfo_signed_response_alg':'ES256' | 'userinfo_signed_response_alg':'RS256'
            userinfo-encryption-alg-values | ECDH-ES | keys | 'userinfo_encrypted_response_alg':'ECDH-ES' | 'userinfo_encrypted_response_alg':'RSA-OAEP'
            userinfo-encryption-enc-values | A128GCM | keys | 'userinfo_encrypted_response_enc':'A128GCM' | 'userinfo_encrypted_response_enc':'A256GCM'
            request-object-signing-alg-values | ES256 | keys | 'request_object_signing_alg':'ES256' | 'request_object_signing_alg':'RS256'
            request-object-encryption-alg-values | ECDH-ES | web | 'request_object_encryption_alg':'ECDH-ES' | 'request_object_encryption_alg':'RSA-OAEP'
            request-object-encryption-enc-values | A128GCM | web | 'request_object_encryption_enc':'A128GCM' | 'request_object_encryption_enc':'A256GCM'
            authorization-signing-alg-values | ES256 | web | 'authorization_signed_response_alg':'ES256' | 'authorization_signed_response_alg':'RS256'
            authorization-encryption-alg-values | ECDH-ES | keys | 'authorization_encrypted_response_alg':'ECDH-ES' | 'authorization_encrypted_response_alg':'RSA-OAEP'
            authorization-encryption-enc-values | A128GCM | keys | 'authorization_encrypted_response_enc':'A128GCM' | 'authorization_encrypted_response_enc':'A256GCM'
            introspection-signing-alg-values | ES256 | web | 'introspection_signed_response_alg':'ES256' | 'introspection_signed_response_alg':'RS256'
            introspection-encryption-alg-values | ECDH-ES | keys | 'introspection_encrypted_response_alg':'ECDH-ES' | 'introspection_encrypted_response_alg':'RSA-OAEP'
            introspection-encryption-enc-values | A128GCM | keys | 'introspection_encrypted_response_enc':'A128GCM' | 'introspection_encrypted_response_enc':'A256GCM'
            backchannel-authentication-request-signing-alg-values | ES256 | ciba | 'jwks':$KEYS,'backchannel_authentication_request_signing_alg':'ES256' | 'jwks':$KEYS,'backchannel_authentication_request_signing_alg':'RS256'
            """;

    // Content encryption goes with a key encryption.
    private static ObjectNode client(String kind, String members) {
        ObjectNode client = Json.client(kind, members);
        for (String name : List.of("id_token", "userinfo", "authorization", "introspection")) {
            if (client.has(name + "_encrypted_response_enc")) {
                client.put(name + "_encrypted_response_alg", "ECDH-ES");
            }
        }
        return client.has("request_object_encryption_enc")
                ? client.put("request_object_encryption_alg", "ECDH-ES")
                : client;
    }

    private static String lastMember(String members) {
        int end = members.lastIndexOf("':");
        return members.substring(members.lastIndexOf('\'', end - 1) + 1, end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = LISTS)
    void aListIsNarrowedToWhatTheIdentityServerCanDo(
            String setting, String value, String kind, String sound, String other) {
        Registrations narrow = Registrations.with(setting, value);
        narrow.expect(client(kind, sound), "+");
        STRICT.expect(client(kind, other), "+");
        narrow.expect(client(kind, other), "/" + lastMember(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = LISTS)
    void anEmptyListSaysThatItCanDoNothingOfTheKind(
            String setting, String value, String kind, String sound, String other) {
        Registrations nothing = Registrations.with(setting, "");
        nothing.expect(client(kind, sound), "/" + lastMember(sound));
        assertEquals(List.of(), nothing.violations(Json.client(kind, "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "scopes=a | machine | 'scope':'a' | +",
                "scopes=a | machine | 'scope':'a b' | /scope",
                "grant-types=client_credentials | machine | | +",
                "grant-types=client_credentials | web | | /grant_types/0",
                "grant-types= | machine | | /grant_types/0",
                "grant-types=authorization_code | refreshing | 'refresh_token_usage':'ReUse' | /grant_types/1",
                "response-types=code | web | | +",
                "response-types= | web | | /response_types/0",
                "response-types= | machine | | +",
                "allow-implicit=true;response-types=token id_token | implicit | 'response_types':['id_token token'] | +",
                "allow-implicit=true;response-types=token id_token | implicit | | /response_types/0",
                "token-endpoint-auth-methods=none | public | | +",
                "token-endpoint-auth-methods=none | web | | /token_endpoint_auth_method",
                "token-endpoint-auth-methods= | machine | | /token_endpoint_auth_method",
                "acr-values=a,b | web | 'default_acr_values':['b','c'] | /default_acr_values/1",
                "acr-values=a,b | web | 'default_acr_values':['b','a'] | +",
                "authorization-details-types=a | web | 'authorization_details_types':['b'] | /authorization_details_types/0",
                "backchannel-token-delivery-modes=ping | ciba | | /backchannel_token_delivery_mode",
                "backchannel-token-delivery-modes= | ciba | | /backchannel_token_delivery_mode",
                "id-token-signing-alg-values=ES256 | openid | 'allowed_identity_token_signing_algorithms':['ES256','RS256'] | /allowed_identity_token_signing_algorithms/1",
                // Defaults
                "subject-types=pairwise | web | | + 'subject_type':'pairwise'",
                "subject-types= | web | | + 'subject_type':null",
                "id-token-signing-alg-values=PS256,ES256 | web | | + 'id_token_signed_response_alg':'PS256'",
                "id-token-signing-alg-values=HS256,none,ES256 | web | | + 'id_token_signed_response_alg':'ES256'",
                "id-token-signing-alg-values=HS256,none | web | | + 'id_token_signed_response_alg':null",
                "id-token-encryption-enc-values=A256GCM | keys | 'id_token_encrypted_response_alg':'ECDH-ES' | + 'id_token_encrypted_response_enc':'A256GCM'"
            })
    void listsBoundWhatIsSentAndWhatIsTakenForGranted(String settings, String kind, String members, String outcome) {
        Registrations.withSettings(settings).expect(Json.client(kind, members), outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pushed-authorization-requests | web | 'require_pushed_authorization_requests':true | 'require_pushed_authorization_requests':false",
                "dpop-bound-access-tokens | web | 'dpop_bound_access_tokens':true | 'dpop_bound_access_tokens':false",
                "tls-client-certificate-bound-access-tokens | web | 'tls_client_certificate_bound_access_tokens':true | 'tls_client_certificate_bound_access_tokens':false",
                "request-uri-parameter | web | 'request_uris':['https://a.example/'] | 'request_uris':[]",
                "frontchannel-logout | web | 'frontchannel_logout_uri':'https://app.example.com/' |",
                "frontchannel-logout-session | web | 'frontchannel_logout_session_required':true | 'frontchannel_logout_session_required':false",
                "backchannel-logout | web | 'backchannel_logout_uri':'https://a.example/' |",
                "backchannel-logout-session | web | 'backchannel_logout_session_required':true | 'backchannel_logout_session_required':false",
                "backchannel-user-code-parameter | ciba | 'backchannel_user_code_parameter':true | 'backchannel_user_code_parameter':false"
            })
    void aFeatureThatIsOffIsRefusedAndItsAbsenceIsNot(String setting, String kind, String asked, String unasked) {
        Registrations without = Registrations.with(setting, "false");
        STRICT.expect(Json.client(kind, asked), "+");
        without.expect(Json.client(kind, asked), "/" + lastMember(asked));
        without.expect(Json.client(kind, unasked), "+");
        without.expect(Json.client(kind, ""), "+");
    }

    @Test
    void pushedRequestsAreRegisteredForAllWhereTheServerTakesNoOthers() {
        Registrations pushed = Registrations.with("require-pushed-authorization-requests", "true");
        pushed.expect(Json.webClient(""), "+ 'require_pushed_authorization_requests':true");
        pushed.expect(
                Json.webClient("'require_pushed_authorization_requests':false"),
                "+ 'require_pushed_authorization_requests':true");
        pushed.expect(Json.machine(""), "+ 'require_pushed_authorization_requests':false");
        pushed.expect(Json.client("device", ""), "+ 'require_pushed_authorization_requests':false");
        pushed.expect(
                Json.webClient("'require_pushed_authorization_requests':'yes'"),
                "/require_pushed_authorization_requests");
    }
}
