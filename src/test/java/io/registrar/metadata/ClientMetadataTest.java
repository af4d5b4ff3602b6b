package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMetadataTest {

    private static final Registrations STRICT = Registrations.with();

    /** What every client is told, whatever its grants. */
    private static final String FLAGS = "'tls_client_certificate_bound_access_tokens':false,"
            + "'use_mtls_endpoint_aliases':false,'require_signed_request_object':false,"
            + "'require_pushed_authorization_requests':false,'dpop_bound_access_tokens':false";

    private static String text(String json) {
        return STRICT.register(Json.object(json)).metadata().toJsonText();
    }

    @Test
    void aUserClientIsReturnedWithEveryDefaultThatApplies() {
        assertEquals(
                Json.object(
                                "{'redirect_uris':['https://app.example.com/cb'],'token_endpoint_auth_method':'client_secret_basic',"
                                        + "'grant_types':['authorization_code','refresh_token'],'response_types':['code'],'client_name':'Demo',"
                                        + "'client_name#fr':'D\u00e9mo','application_type':'web','subject_type':'public',"
                                        + "'id_token_signed_response_alg':'RS256','require_auth_time':false,"
                                        + "'frontchannel_logout_session_required':false,'backchannel_logout_session_required':false,"
                                        + FLAGS
                                        + ",'access_token_lifetime':3600,'authorization_code_lifetime':300,"
                                        + "'absolute_refresh_token_lifetime':2592000,'refresh_token_expiration':'Absolute',"
                                        + "'refresh_token_usage':'ReUse','update_access_token_claims_on_refresh':false,"
                                        + "'require_consent':false,'allow_remember_consent':true,'access_token_type':'Jwt',"
                                        + "'allowed_cors_origins':[],'require_client_secret':true,'enable_local_login':true,"
                                        + "'identity_provider_restrictions':[]}")
                        .toString(),
                text(
                        "{'shoe_size':43,'client_name#fr':'D\u00e9mo','grant_types':['authorization_code','refresh_token'],"
                                + "'client_name':'Demo','redirect_uris':['https://app.example.com/cb']}"));
    }

    @Test
    void aMachineIsReturnedWithoutMembersAboutUsers() {
        String machine = Json.object(
                        "{'token_endpoint_auth_method':'client_secret_basic','grant_types':['client_credentials'],"
                                + "'response_types':[],'application_type':'web'," + FLAGS
                                + ",'access_token_lifetime':3600,'access_token_type':'Jwt','require_client_secret':true}")
                .toString();
        assertEquals(machine, text("{'grant_types':['client_credentials']}"));
        assertEquals(
                machine,
                text("{'grant_types':['client_credentials'],'require_auth_time':true,'subject_type':'pairwise'}"));
    }

    @Test
    void theDeviceGrantIsAboutUsers() {
        String device = text("{'grant_types':['urn:ietf:params:oauth:grant-type:device_code']}");
        assertTrue(device.contains("subject_type"));
        assertFalse(text("{'grant_types':['urn:ietf:params:oauth:grant-type:token-exchange']}")
                .contains("subject_type"));
    }

    @Test
    void defaultsFollowTheCapabilities() {
        Registrations narrow =
                Registrations.with("subject-types", "pairwise", "id-token-signing-alg-values", "ES256,PS256");
        ClientMetadata metadata = narrow.register(Json.webClient("")).metadata();
        assertEquals("pairwise", metadata.text(MetadataFields.SUBJECT_TYPE).orElseThrow());
        assertEquals(
                "ES256",
                metadata.text(MetadataFields.ID_TOKEN_SIGNED_RESPONSE_ALG).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'redirect_uris':['https://app.example.com/cb']}",
                "{'grant_types':['client_credentials'],'scope':'a b a','redirect_uris':[],'contacts':[]}",
                "{'application_type':'native','redirect_uris':['com.example.app:/cb'],'token_endpoint_auth_method':'none'}",
                "{'redirect_uris':['https://a.example/'],'client_name#de':'x','client_name#FR':'y','tos_uri#x-a':'https://a.example/'}"
            })
    void whatIsReturnedCanBeSentBackAndChangesNothing(String request) {
        ClientMetadata first = STRICT.register(Json.object(request)).metadata();
        ClientMetadata second = STRICT.register(first.toJson()).metadata();
        assertEquals(first, second);
        assertEquals(first.toJsonText(), second.toJsonText());
    }

    // On the right: as PostgreSQL's jsonb writes the number.
    @ParameterizedTest
    @CsvSource({
        "-0, 0",
        "5e0, 5",
        "1E5, 100000",
        "1.5e3, 1500",
        "0e9, 0",
        "0e999999999, 0",
        "0.00, 0.00",
        "1.10, 1.10",
        "-1e-7, -0.0000001",
        "1.2345678901234567890e-5, 0.000012345678901234567890",
        "12345678901234567890123456789012, 12345678901234567890123456789012",
        "12345678901234567890e12, 12345678901234567890000000000000",
        "12345678901234567890e13, 123456789012345678900000000000000"
    })
    void numbersInKeySetsComeBackFromTheStoreAndTheClientAsTheyWent(String sent, String inTheStore) {
        ClientMetadata first = registerNumber(sent);
        assertEquals(first, ClientMetadata.ofStored(first.toJsonText()));
        assertEquals(first, STRICT.register(first.toJsonText()).metadata());
        String stored = ClientMetadata.ofStored(storedNumber(first, inTheStore)).toJsonText();
        assertEquals(first.toJsonText(), stored);
    }

    private static ClientMetadata registerNumber(String number) {
        String body = "{\"redirect_uris\":[\"https://a.example/\"],\"jwks\":{\"keys\":[],\"n\":" + number + "}}";
        return STRICT.register(body).metadata();
    }

    private static String storedNumber(ClientMetadata metadata, String number) {
        return metadata.toJsonText().replaceFirst("\"n\":[^}]++", "\"n\":" + number);
    }

    @Test
    void theOrderOfMembersDoesNotDependOnTheRequestOrTheStore() {
        String one = text(
                "{'redirect_uris':['https://a.example/'],'client_name#fr':'F','client_name#de':'D','client_name':'N'}");
        String other = text(
                "{'client_name':'N','client_name#de':'D','client_name#fr':'F','redirect_uris':['https://a.example/']}");
        assertEquals(one, other);
        List<String> names = new ArrayList<>();
        ObjectNode stored = Json.object(one.replace("'", "\\u0027"));
        stored.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode reversed = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> reversed.set(name, stored.get(name)));
        assertEquals(one, ClientMetadata.ofStored(reversed.toString()).toJsonText());
    }

    @Test
    void storedMetadataIsNotValidatedAgain() {
        String stored = "{\"redirect_uris\":[\"http://old.example/\"],\"grant_types\":[\"password\"]}";
        assertEquals(List.of("password"), ClientMetadata.ofStored(stored).texts(MetadataFields.GRANT_TYPES));
        assertEquals(stored, ClientMetadata.ofStored(stored).toJsonText());
        assertThrows(IllegalArgumentException.class, () -> ClientMetadata.ofStored("{"));
    }

    @Test
    void metadataCannotBeChangedFromOutside() {
        ClientMetadata metadata =
                STRICT.register(Json.webClient("'jwks':{'keys':[]}")).metadata();
        String before = metadata.toJsonText();
        metadata.toJson().removeAll();
        ((ObjectNode) metadata.toJson().get("jwks")).put("x", 1);
        ((ObjectNode) metadata.json(MetadataFields.JWKS).orElseThrow()).put("x", 1);
        assertEquals(before, metadata.toJsonText());
    }

    @Test
    void accessorsReadWhatIsThere() {
        ClientMetadata metadata = STRICT.register(Json.webClient("'require_auth_time':true,'contacts':[]"))
                .metadata();
        MetadataField authTime = MetadataFields.all().stream()
                .filter(field -> field.name().equals("require_auth_time"))
                .findFirst()
                .orElseThrow();
        assertTrue(metadata.flag(authTime));
        assertFalse(metadata.flag(MetadataFields.SCOPE));
        assertTrue(metadata.text(MetadataFields.SCOPE).isEmpty());
        assertEquals(List.of(), metadata.texts(MetadataFields.SCOPE));
        assertEquals(List.of("code"), metadata.texts(MetadataFields.RESPONSE_TYPES));
        assertTrue(metadata.has(MetadataFields.GRANT_TYPES));
        assertNotEquals(metadata, STRICT.register(Json.webClient("")).metadata());
    }

    @Test
    void contactsAppearInNoLog() {
        ObjectNode client = Json.webClient("'contacts':['jane@example.com']");
        assertFalse(STRICT.register(client).metadata().toString().contains("jane"));
        assertFalse(new MetadataRequest(java.util.Map.of("contacts", client.get("contacts")), java.util.Set.of())
                .toString()
                .contains("jane"));
    }
}
