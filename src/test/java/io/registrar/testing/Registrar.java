package io.registrar.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tests' few words for talking to the service over HTTP. */
public final class Registrar {

    public static final String ENDPOINT = "/connect/dcr";
    public static final String VALIDATION = ENDPOINT + "/validate";

    public static final String POLICY = ENDPOINT + "/policy";

    /** Where the metadata of the endpoint is, as challenges say. */
    public static final String RESOURCE_METADATA = "/.well-known/oauth-protected-resource" + ENDPOINT;

    /** What ends every challenge. */
    public static final String CHALLENGE_END =
            ", resource_metadata=\"https://config.example.com" + RESOURCE_METADATA + "\"";

    /** What no update may hold. */
    public static final List<String> SERVER_MANAGED = List.of(
            "registration_access_token",
            "registration_client_uri",
            "client_secret_expires_at",
            "client_id_issued_at",
            "client_expires_at");

    private Registrar() {}

    /** Registers with an admitted access token. */
    public static Response register(Metadata metadata) {
        return request(TestIssuer.ofThisTest().registrationToken())
                .body(metadata.members())
                .post(ENDPOINT);
    }

    /** Sends that very text, with an admitted access token. */
    public static Response register(String json) {
        return request(TestIssuer.ofThisTest().registrationToken()).body(json).post(ENDPOINT);
    }

    /** Asks what a registration would come to, with an admitted access token. */
    public static Response validate(Metadata metadata) {
        return request(TestIssuer.ofThisTest().registrationToken())
                .body(metadata.members())
                .post(VALIDATION);
    }

    /** Asks the same of that very text. */
    public static Response validate(String json) {
        return request(TestIssuer.ofThisTest().registrationToken()).body(json).post(VALIDATION);
    }

    /** A JSON request with that bearer token. */
    public static RequestSpecification request(String bearer) {
        return anonymous().header("Authorization", "Bearer " + bearer);
    }

    public static RequestSpecification anonymous() {
        return given().filters(Contract.STATUS_AND_SHAPE, Contract.MEMBERS, Contract.TAKEN_REQUESTS)
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/json");
    }

    /** Reads a client back as a response says, through the address of the test. */
    public static Response read(Response registered) {
        return request(registered.path("registration_access_token")).get(pathOf(registered));
    }

    /** Replaces a client's registration, with the token that a response holds. */
    public static Response update(Response registered, Metadata metadata) {
        return request(registered.path("registration_access_token"))
                .body(metadata.members())
                .put(pathOf(registered));
    }

    /** Sends that very text as an update. */
    public static Response update(Response registered, String json) {
        return request(registered.path("registration_access_token")).body(json).put(pathOf(registered));
    }

    /** Deletes a client, with the token that a response holds. */
    public static Response delete(Response registered) {
        return request(registered.path("registration_access_token")).delete(pathOf(registered));
    }

    /** Without what an update must not hold: the five members that only the server issues (reference, D.3). */
    public static Metadata sendable(Response response) {
        Map<String, Object> members = new LinkedHashMap<>(response.<Map<String, Object>>path("$"));
        members.keySet().removeAll(SERVER_MANAGED);
        return new Metadata(members);
    }

    /** The path of a response's {@code registration_client_uri}. */
    public static String pathOf(Response registered) {
        return URI.create(registered.<String>path("registration_client_uri")).getPath();
    }

    /** Where a client's registration access token is issued anew. */
    public static String reissuePathOf(Response registered) {
        return "/clients/" + registered.<String>path("client_id") + "/registration-access-token";
    }

    /** Client metadata in the words of the specification. */
    public static Metadata metadata() {
        return new Metadata(Map.of());
    }

    /** A web application: the code flow with one redirect URI. */
    public static Metadata webClient() {
        return metadata().redirectUris("https://app.example.com/cb");
    }

    /** A machine: client credentials. */
    public static Metadata machineClient() {
        return metadata().grantTypes("client_credentials");
    }

    /** @param members as they go over the wire */
    public record Metadata(Map<String, Object> members) {

        public Metadata with(String member, Object value) {
            Map<String, Object> changed = new LinkedHashMap<>(members);
            changed.put(member, value);
            return new Metadata(changed);
        }

        public Metadata redirectUris(String... uris) {
            return with("redirect_uris", List.of(uris));
        }

        public Metadata grantTypes(String... types) {
            return with("grant_types", Arrays.asList(types));
        }

        public Metadata name(String name) {
            return with("client_name", name);
        }

        public Metadata authMethod(String method) {
            return with("token_endpoint_auth_method", method);
        }

        public Metadata scope(String scope) {
            return with("scope", scope);
        }
    }
}
