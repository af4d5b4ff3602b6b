package io.registrar.registration;

import static io.registrar.testing.Registrar.metadata;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.sendable;
import static io.registrar.testing.Registrar.update;
import static io.registrar.testing.Registrar.validate;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.ClientHost;
import io.registrar.testing.Registrar.Metadata;
import io.registrar.testing.SecureServer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's metadata refers to is fetched before it is registered (reference F.5, F.6). */
@QuarkusTest
@TestProfile(RemoteReferencesTest.Verifying.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@QuarkusTestResource(value = ClientHost.class, restrictToAnnotatedClass = true)
class RemoteReferencesTest {

    private static final String ONE = "https://a.example.com/cb";
    private static final String OTHER = "https://b.example.com/cb";

    public static final class Verifying implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.metadata.verify-jwks-uri", "true");
        }
    }

    @BeforeEach
    void forget() {
        ClientHost.server().received().clear();
    }

    private static Metadata pairwise(String sector) {
        return metadata()
                .redirectUris(ONE, OTHER)
                .with("subject_type", "pairwise")
                .with("sector_identifier_uri", sector);
    }

    private static Response refused(Response response, String member) {
        response.then()
                .statusCode(400)
                .body("error", is("invalid_client_metadata"))
                .body("error_field", is(member))
                .body("error_description", is(member + ": could not be verified"))
                .body("violations.pointer", contains("/" + member))
                .time(greaterThanOrEqualTo(ClientHost.REFUSAL_TIME.toMillis()));
        return response;
    }

    @Test
    void redirectUrisOnSeveralHostsMakeOneSectorWhenItsDocumentListsThem() {
        String sector = ClientHost.publishList(List.of(OTHER, ONE));

        Response registered = register(pairwise(sector));

        registered
                .then()
                .statusCode(201)
                .body("subject_type", is("pairwise"))
                .body("sector_identifier_uri", is(sector));
        read(registered).then().statusCode(200).body("sector_identifier_uri", is(sector));
        assertEquals(1, ClientHost.server().received().size());
    }

    @Test
    void noClientCertificateIsShownThoughThereIsOne() {
        register(pairwise(ClientHost.publishList(List.of(OTHER, ONE)))).then().statusCode(201);
        assertFalse(ClientHost.server().received().get(0).certified());
    }

    @Test
    void aValidationFetchesToo() {
        validate(pairwise(ClientHost.publishList(List.of(OTHER, ONE)))).then().statusCode(200);
        refused(validate(pairwise(ClientHost.publishList(List.of(ONE)))), "sector_identifier_uri");
        assertEquals(2, ClientHost.server().received().size());
    }

    @Test
    void anUpdateFetchesWhenWhatTheDocumentMustListHasChanged() {
        Response registered = register(pairwise(ClientHost.publishList(List.of(OTHER, ONE))));
        Metadata same = sendable(registered);

        update(registered, same.name("Renamed")).then().statusCode(200);
        assertEquals(1, ClientHost.server().received().size());

        refused(update(registered, same.redirectUris(ONE, "https://c.example.com/cb")), "sector_identifier_uri");
        update(registered, same.redirectUris(ONE)).then().statusCode(200);
        assertEquals(3, ClientHost.server().received().size());
    }

    @Test
    void theDocumentIsReadWhateverTheSubjectType() {
        refused(
                register(metadata().redirectUris(ONE).with("sector_identifier_uri", ClientHost.publish("[\"x\"]"))),
                "sector_identifier_uri");
    }

    @Test
    void whyADocumentIsNoGoodIsNotTold() {
        String incomplete = refused(register(pairwise(ClientHost.publishList(List.of(ONE)))), "sector_identifier_uri")
                .asString();
        String broken = ClientHost.publish("{");
        String missing = ClientHost.address("/never");
        String closed = "https://localhost/";
        String unknown = "https://no-such-name.invalid/";
        for (String uri : List.of(broken, missing, closed, unknown)) {
            assertEquals(
                    incomplete,
                    refused(register(pairwise(uri)), "sector_identifier_uri").asString(),
                    uri);
        }
    }

    @Test
    void nothingIsFetchedForARequestThatFailsAnyway() {
        String sector = ClientHost.publishList(List.of(ONE, OTHER));
        register(pairwise(sector).name(" padded ")).then().statusCode(400).body("error_field", is("client_name"));
        register(pairwise(sector).with("sector_identifier_uri", "https://10.0.0.1/"))
                .then()
                .statusCode(400);
        assertTrue(ClientHost.server().received().isEmpty());
    }

    private static Metadata keyed(String jwksUri) {
        return metadata()
                .grantTypes("client_credentials")
                .authMethod("private_key_jwt")
                .with("jwks_uri", jwksUri);
    }

    private static ECKey key(KeyUse use) throws JOSEException {
        return key(use, "k");
    }

    private static ECKey key(KeyUse use, String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyUse(use).keyID(id).generate();
    }

    @Test
    void keysThatAreFitAreTaken() throws Exception {
        String uri = ClientHost.publish(new JWKSet(key(KeyUse.SIGNATURE)).toString());
        register(keyed(uri)).then().statusCode(201).body("jwks_uri", is(uri));
        assertEquals(
                "application/jwk-set+json, application/json",
                ClientHost.server().received().get(0).headers().getFirst("Accept"));
    }

    @Test
    void keysThatAreNotFitAreRefused() throws Exception {
        refused(register(keyed(ClientHost.publish(new JWKSet(key(KeyUse.SIGNATURE)).toString(false)))), "jwks_uri");
        refused(register(keyed(ClientHost.publish(new JWKSet(key(KeyUse.ENCRYPTION)).toString()))), "jwks_uri");
    }

    /** Members that need another key than the one for encryption, or for signatures, that is there. */
    static Stream<Arguments> demandsOnKeys() {
        return Stream.of(
                arguments(KeyUse.ENCRYPTION, "token_endpoint_auth_method", "private_key_jwt"),
                arguments(KeyUse.ENCRYPTION, "request_object_signing_alg", "ES256"),
                arguments(KeyUse.SIGNATURE, "id_token_encrypted_response_alg", "ECDH-ES"),
                arguments(KeyUse.SIGNATURE, "userinfo_encrypted_response_alg", "ECDH-ES"));
    }

    @ParameterizedTest
    @MethodSource("demandsOnKeys")
    void keysAreJudgedAnewWhenAnUpdateDemandsMoreOfThem(KeyUse use, String member, String value) throws Exception {
        String uri = ClientHost.publish(new JWKSet(key(use)).toString());
        Response registered = register(metadata().redirectUris(ONE).with("jwks_uri", uri));
        registered.then().statusCode(201);
        Metadata demanding = sendable(registered).with(member, value);

        refused(update(registered, withoutSecret(demanding)), "jwks_uri");

        ClientHost.server().answerJson(URI.create(uri).getPath(), bothKeys());
        update(registered, withoutSecret(demanding)).then().statusCode(200);
        assertEquals(3, ClientHost.server().received().size());
    }

    @Test
    void keysAreNotJudgedAnewForWhatTheirRulesDoNotRead() throws Exception {
        String uri = ClientHost.publish(new JWKSet(key(KeyUse.SIGNATURE)).toString());
        String sector = ClientHost.publishList(List.of(ONE, OTHER));
        Response registered = register(metadata()
                .redirectUris(ONE)
                .with("jwks_uri", uri)
                .with("subject_type", "pairwise")
                .with("sector_identifier_uri", sector));
        registered.then().statusCode(201);
        ClientHost.server().received().clear();

        Response updated = update(registered, sendable(registered).name("Renamed"));
        updated.then().statusCode(200);
        update(updated, sendable(updated).redirectUris(ONE, OTHER)).then().statusCode(200);

        assertEquals(
                List.of(URI.create(sector).getPath()),
                ClientHost.server().received().stream()
                        .map(SecureServer.Received::target)
                        .toList());
    }

    // A method without a secret cannot be sent with one.
    private static Metadata withoutSecret(Metadata metadata) {
        Map<String, Object> members = new LinkedHashMap<>(metadata.members());
        members.remove("client_secret");
        return new Metadata(members);
    }

    private static String bothKeys() throws JOSEException {
        return new JWKSet(List.of(key(KeyUse.SIGNATURE, "s"), key(KeyUse.ENCRYPTION, "e"))).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"keys\":[]}", "{}", "[]", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}", "null"})
    void whatIsNoSetOfPublicKeysIsRefused(String document) {
        refused(register(keyed(ClientHost.publish(document))), "jwks_uri");
    }
}
