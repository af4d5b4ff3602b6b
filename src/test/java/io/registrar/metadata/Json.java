package io.registrar.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** Short JSON for tests: apostrophes stand for quotes. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REDIRECT = "'redirect_uris':['https://app.example.com/cb']";
    private static final String REFRESH = "'grant_types':['authorization_code','refresh_token']";

    private Json() {}

    static ObjectNode object(String json) {
        return (ObjectNode) value(json);
    }

    static JsonNode value(String json) {
        try {
            return MAPPER.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A web client with one sound redirect URI, and these members on top. */
    static ObjectNode webClient(String members) {
        return client("web", members);
    }

    /** A client that works alone, and these members on top. */
    static ObjectNode machine(String members) {
        return client("machine", members);
    }

    /** A sound client of this kind, and these members on top; {@code $KEYS} stands for a set with keys of both uses. */
    static ObjectNode client(String kind, String members) {
        ObjectNode client = object("{" + ofKind(kind) + "}");
        client.setAll(object("{" + (members == null ? "" : members.replace("$KEYS", Keys.BOTH)) + "}"));
        return client;
    }

    private static String ofKind(String kind) {
        return switch (kind) {
            case "web" -> REDIRECT;
            case "public" -> REDIRECT + ",'token_endpoint_auth_method':'none'";
            case "native" ->
                "'application_type':'native','redirect_uris':['com.example.app:/cb'],'token_endpoint_auth_method':'none'";
            case "openid" -> REDIRECT + ",'scope':'openid'";
            case "refreshing" -> REDIRECT + "," + REFRESH;
            case "sliding" -> REDIRECT + "," + REFRESH + ",'refresh_token_expiration':'Sliding'";
            case "public refreshing" -> REDIRECT + "," + REFRESH + ",'token_endpoint_auth_method':'none'";
            case "keys" -> REDIRECT + ",'jwks':" + Keys.BOTH;
            case "jwt" -> REDIRECT + ",'token_endpoint_auth_method':'private_key_jwt','jwks':" + Keys.BOTH;
            case "fapi" ->
                REDIRECT + ",'token_endpoint_auth_method':'private_key_jwt','dpop_bound_access_tokens':true,'jwks':"
                        + Keys.BOTH;
            case "tls" -> REDIRECT + ",'token_endpoint_auth_method':'tls_client_auth'";
            case "implicit" -> REDIRECT + ",'grant_types':['implicit'],'response_types':['id_token']";
            case "hybrid" ->
                REDIRECT + ",'grant_types':['authorization_code','implicit'],'response_types':['code id_token token']";
            case "machine" -> "'grant_types':['client_credentials']";
            case "device" -> "'grant_types':['" + GrantType.DEVICE_CODE + "']";
            case "exchange" -> "'grant_types':['" + GrantType.TOKEN_EXCHANGE + "']";
            case "ciba" -> "'grant_types':['" + GrantType.CIBA + "'],'backchannel_token_delivery_mode':'poll'";
            case "uma" -> "'grant_types':['" + GrantType.UMA_TICKET + "']";
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
