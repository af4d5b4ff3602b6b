package io.registrar.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.client.ClientDeleteRequest;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientReadRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationResponse;
import com.nimbusds.oauth2.sdk.client.ClientUpdateRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.rp.ApplicationType;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformation;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformationResponse;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistrationRequest;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistrationResponseParser;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientUpdateRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A client library that we did not write: Nimbus OAuth 2.0 SDK. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ThirdPartyClientTest {

    @TestHTTPResource("/connect/dcr")
    URI endpoint;

    @Test
    void nimbusRegistersReadsUpdatesAndDeletesAClient() throws Exception {
        ClientInformation client = informationIn(register(webClient("Registered by Nimbus")));
        assertEquals("Registered by Nimbus", client.getMetadata().getName());
        assertNotNull(client.getSecret().getValue());

        ClientInformation read = informationIn(send(readRequest(client)));
        assertEquals(client.getID(), read.getID());
        assertEquals(client.getMetadata().toJSONObject(), read.getMetadata().toJSONObject());
        assertNull(read.getSecret());

        ClientMetadata replacement = read.getMetadata();
        replacement.setName("Updated by Nimbus");
        replacement.setRedirectionURI(URI.create("https://app.example.com/other"));
        // It repeats the identifier and the secret, as RFC 7592 section 2.2 lets it.
        ClientInformation updated = informationIn(send(new ClientUpdateRequest(
                at(client), client.getID(), client.getRegistrationAccessToken(), replacement, client.getSecret())));
        assertEquals(client.getID(), updated.getID());
        assertEquals(replacement.toJSONObject(), updated.getMetadata().toJSONObject());

        HTTPResponse deleted = new ClientDeleteRequest(at(client), client.getRegistrationAccessToken())
                .toHTTPRequest()
                .send();
        assertEquals(204, deleted.getStatusCode());
        HTTPResponse gone = readRequest(client).toHTTPRequest().send();
        assertEquals(401, gone.getStatusCode());
        ErrorObject refusal =
                ClientRegistrationResponse.parse(gone).toErrorResponse().getErrorObject();
        assertEquals(BearerTokenError.INVALID_TOKEN, refusal);
    }

    /** Its readers of OpenID Connect take members, and judge values, that those of OAuth 2.0 do not. */
    @Test
    void nimbusRegistersAndUpdatesAnOpenIdClient() throws Exception {
        OIDCClientMetadata metadata = new OIDCClientMetadata();
        metadata.setRedirectionURI(URI.create("https://app.example.com/cb"));
        metadata.setDefaultMaxAge(600);
        metadata.setPostLogoutRedirectionURIs(Set.of(URI.create("https://app.example.com/out")));

        OIDCClientInformation client =
                openId(new OIDCClientRegistrationRequest(endpoint, metadata, registrationToken()));
        OIDCClientMetadata registered = client.getOIDCMetadata();
        assertEquals(ApplicationType.WEB, registered.getApplicationType());
        assertEquals(SubjectType.PUBLIC, registered.getSubjectType());
        assertEquals(JWSAlgorithm.RS256, registered.getIDTokenJWSAlg());
        assertEquals(600, registered.getDefaultMaxAge());

        registered.setDefaultMaxAge(60);
        registered.setIDTokenJWSAlg(JWSAlgorithm.ES256);
        OIDCClientInformation updated = openId(new OIDCClientUpdateRequest(
                at(client), client.getID(), client.getRegistrationAccessToken(), registered, client.getSecret()));
        assertEquals(registered.toJSONObject(), updated.getOIDCMetadata().toJSONObject());
        assertEquals(60, updated.getOIDCMetadata().getDefaultMaxAge());
    }

    @Test
    void nimbusUnderstandsARefusal() throws Exception {
        ClientMetadata metadata = new ClientMetadata();
        metadata.setRedirectionURI(URI.create("http://app.example.com/cb"));

        ErrorObject refused = register(metadata).toErrorResponse().getErrorObject();

        assertEquals("invalid_redirect_uri", refused.getCode());
        assertEquals(400, refused.getHTTPStatusCode());
    }

    private static ClientMetadata webClient(String name) {
        ClientMetadata metadata = new ClientMetadata();
        metadata.setName(name);
        metadata.setRedirectionURI(URI.create("https://app.example.com/cb"));
        metadata.setGrantTypes(Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        return metadata;
    }

    private ClientRegistrationResponse register(ClientMetadata metadata) throws Exception {
        return send(new ClientRegistrationRequest(endpoint, metadata, registrationToken()));
    }

    private static BearerAccessToken registrationToken() {
        return new BearerAccessToken(TestIssuer.ofThisTest().registrationToken());
    }

    private ClientReadRequest readRequest(ClientInformation client) {
        return new ClientReadRequest(at(client), client.getRegistrationAccessToken());
    }

    /** The address that the client was given, at the port of this test. */
    private URI at(ClientInformation client) {
        return endpoint.resolve(client.getRegistrationURI().getPath());
    }

    private static ClientRegistrationResponse send(Request request) throws Exception {
        return ClientRegistrationResponse.parse(request.toHTTPRequest().send());
    }

    private static OIDCClientInformation openId(Request request) throws Exception {
        ClientRegistrationResponse response = OIDCClientRegistrationResponseParser.parse(
                request.toHTTPRequest().send());
        assertTrue(response.indicatesSuccess());
        return ((OIDCClientInformationResponse) response.toSuccessResponse()).getOIDCClientInformation();
    }

    private static ClientInformation informationIn(ClientRegistrationResponse response) {
        assertTrue(response.indicatesSuccess());
        return response.toSuccessResponse().getClientInformation();
    }
}
