package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference A.8: lists from which the server chooses. */
class ChoiceTest {

    private static final Registrations STRICT = Registrations.with();

    // List, what it decides, two supported values, one unsupported; then the client it is for.
    private static final String LISTS = """
            subject_types_supported | subject_type | pairwise | public | ephemeral | web
            id_token_signing_alg_values_supported | id_token_signed_response_alg | ES256 | PS256 | HS256 | web
            id_token_encryption_alg_values_supported | id_token_encrypted_response_alg | ECDH-ES | RSA-OAEP | RSA1_5 | keys
            id_token_encryption_enc_values_supported | id_token_encrypted_response_enc | A256GCM | A128GCM | A1 | id_token_encrypted_response_alg
            userinfo_signing_alg_values_supported | userinfo_signed_response_alg | ES256 | PS256 | none | web
            userinfo_encryption_alg_values_supported | userinfo_encrypted_response_alg | ECDH-ES | RSA-OAEP | dir | keys
            userinfo_encryption_enc_values_supported | userinfo_encrypted_response_enc | A256GCM | A128GCM | A1 | userinfo_encrypted_response_alg
            request_object_signing_alg_values_supported | request_object_signing_alg | ES256 | PS256 | ES384 | keys
            request_object_encryption_alg_values_supported | request_object_encryption_alg | ECDH-ES | RSA-OAEP | A128KW | web
            request_object_encryption_enc_values_supported | request_object_encryption_enc | A256GCM | A128GCM | A1 | request_object_encryption_alg
            token_endpoint_auth_methods_supported | token_endpoint_auth_method | client_secret_post | none | client_secret_jwt | web
            token_endpoint_auth_signing_alg_values_supported | token_endpoint_auth_signing_alg | ES256 | PS256 | HS256 | jwt
            backchannel_authentication_request_signing_alg_values_supported | backchannel_authentication_request_signing_alg | ES256 | PS256 | HS256 | signed ciba
            authorization_signing_alg_values_supported | authorization_signed_response_alg | ES256 | PS256 | none | web
            authorization_encryption_alg_values_supported | authorization_encrypted_response_alg | ECDH-ES | RSA-OAEP | RSA1_5 | keys
            authorization_encryption_enc_values_supported | authorization_encrypted_response_enc | A256GCM | A128GCM | A1 | authorization_encrypted_response_alg
            introspection_signing_alg_values_supported | introspection_signed_response_alg | ES256 | PS256 | HS512 | web
            introspection_encryption_alg_values_supported | introspection_encrypted_response_alg | ECDH-ES | RSA-OAEP | RSA1_5 | keys
            introspection_encryption_enc_values_supported | introspection_encrypted_response_enc | A256GCM | A128GCM | A1 | introspection_encrypted_response_alg
            """;

    private static ObjectNode client(String kind, String list, String... values) {
        ObjectNode client =
                switch (kind) {
                    case "signed ciba" -> Json.client("ciba", "'jwks':$KEYS");
                    case "web", "keys", "jwt", "machine" -> Json.client(kind, "");
                    default -> Json.client("keys", "'" + kind + "':'ECDH-ES'");
                };
        for (String value : values) {
            client.withArray(list).add(value);
        }
        return client;
    }

    private static String chosen(String list, String member, String value) {
        return "+ '" + list + "':null,'" + member + "':'" + value + "'";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void theServerTakesTheFirstThatItSupports(
            String list, String member, String first, String second, String unsupported, String kind) {
        STRICT.expect(client(kind, list, first, second), chosen(list, member, first));
        STRICT.expect(client(kind, list, second, first), chosen(list, member, second));
        STRICT.expect(client(kind, list, "unheard-of", unsupported, second), chosen(list, member, second));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void theSingleValueIsAmongThemAndWins(
            String list, String member, String first, String second, String unsupported, String kind) {
        STRICT.expect(client(kind, list, first, second).put(member, second), chosen(list, member, second));
        STRICT.expect(client(kind, list, first).put(member, second), "/" + member);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void aSingleValueThatIsNotSupportedGivesWayToTheList(
            String list, String member, String first, String second, String unsupported, String kind) {
        STRICT.expect(
                client(kind, list, unsupported, first, second).put(member, unsupported), chosen(list, member, first));
        STRICT.expect(client(kind, list, first).put(member, unsupported), "/" + member);
        STRICT.expect(client(kind, list, unsupported).put(member, unsupported), "/" + list);
        ObjectNode broken = client(kind, list, unsupported).put(member, unsupported);
        broken.withArray(list).add(5);
        assertEquals(
                List.of("/" + list + "/1", "/" + member),
                STRICT.violations(broken).stream().map(Violation::pointer).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void aListWithNothingSupportedIsRefused(
            String list, String member, String first, String second, String unsupported, String kind) {
        STRICT.expect(client(kind, list, unsupported), "/" + list);
        STRICT.expect(client(kind, list, "unheard-of"), "/" + list);
        ObjectNode empty = client(kind, list);
        empty.putArray(list);
        STRICT.expect(empty, "/" + list);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void aListIsAnArrayOfStrings(
            String list, String member, String first, String second, String unsupported, String kind) {
        STRICT.expect(client(kind, list).put(list, first), "/" + list);
        STRICT.expect(client(kind, list, first, first), "/" + list + "/1");
        ObjectNode numbers = client(kind, list, first);
        numbers.withArray(list).add(5).addNull();
        STRICT.expect(numbers, "/" + list + "/1 /" + list + "/2");
        ObjectNode many = client(kind, list, first);
        IntStream.range(1, 30).forEach(i -> many.withArray(list).add("v" + i));
        STRICT.expect(many, chosen(list, member, first));
        many.withArray(list).add("one too many");
        STRICT.expect(many, "/" + list);
    }

    @Test
    void thereAre19Lists() {
        assertEquals(19, LISTS.lines().count());
        assertEquals(
                LISTS.lines()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .sorted()
                        .toList(),
                MetadataFields.choices().stream()
                        .map(MetadataField::name)
                        .sorted()
                        .toList());
    }

    @Test
    void whatTheIdentityServerCannotDoIsNotChosen() {
        Registrations narrow = Registrations.with("id-token-signing-alg-values", "PS256", "subject-types", "public");
        narrow.expect(
                client("web", "id_token_signing_alg_values_supported", "ES256", "PS256"),
                chosen("id_token_signing_alg_values_supported", "id_token_signed_response_alg", "PS256"));
        narrow.expect(client("web", "subject_types_supported", "pairwise"), "/subject_types_supported");
    }

    @Test
    void whatAProfileForbidsIsNotChosen() {
        Registrations fapi = Registrations.with("profile", "fapi2-security");
        ObjectNode client = Json.client("fapi", "");
        client.putArray("id_token_signing_alg_values_supported").add("RS256").add("ES256");
        fapi.expect(client, chosen("id_token_signing_alg_values_supported", "id_token_signed_response_alg", "ES256"));
    }

    // A list says what the client could do; a client of other flows means nothing by it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "web | 'backchannel_authentication_request_signing_alg_values_supported':['ES256'] | 'backchannel_authentication_request_signing_alg':null",
                "web | 'token_endpoint_auth_signing_alg_values_supported':['ES256'] | 'token_endpoint_auth_signing_alg':null",
                "machine | 'id_token_encryption_alg_values_supported':['ECDH-ES'] | 'id_token_encrypted_response_alg':null,'id_token_encrypted_response_enc':null",
                "machine | 'id_token_encryption_enc_values_supported':['A128GCM'] | 'id_token_encrypted_response_enc':null",
                "web | 'id_token_encryption_enc_values_supported':['A128GCM'] | 'id_token_encrypted_response_enc':null",
                "machine | 'request_object_signing_alg_values_supported':['ES256'] | 'request_object_signing_alg':null",
                "machine | 'subject_types_supported':['pairwise'] | 'subject_type':null"
            })
    void nothingIsChosenThatMeansNothingForTheClient(String kind, String list, String outcome) {
        String name = list.substring(1, list.indexOf("':"));
        STRICT.expect(Json.client(kind, list), "+ '" + name + "':null," + outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "web | 'id_token_signing_alg_values_supported':['none','ES256'] | none",
                "implicit | 'id_token_signing_alg_values_supported':['none','ES256'] | ES256",
                "openid | 'allowed_identity_token_signing_algorithms':['PS256'],'id_token_signing_alg_values_supported':['ES256','PS256'] | PS256"
            })
    void theChoiceGoesWithTheRestOfTheRegistration(String kind, String members, String algorithm) {
        Registrations unsigned = Registrations.with("allow-id-token-none", "true", "allow-implicit", "true");
        unsigned.expect(
                Json.client(kind, members),
                chosen("id_token_signing_alg_values_supported", "id_token_signed_response_alg", algorithm));
    }

    @Test
    void theMethodThatIsChosenDecidesAboutTheSecret() {
        ObjectNode client = Json.client("keys", "");
        client.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_jwt")
                .add("private_key_jwt");
        ValidatedClient registered = STRICT.register(client);
        assertEquals(
                "private_key_jwt",
                registered
                        .metadata()
                        .text(MetadataFields.TOKEN_ENDPOINT_AUTH_METHOD)
                        .orElseThrow());
        assertFalse(registered.needsSecret());
    }
}
