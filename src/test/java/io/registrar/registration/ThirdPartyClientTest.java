package io.registrar.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientReadRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationErrorResponse;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
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
    void nimbusRegistersAClientAndReadsItBack() throws Exception {
        ClientMetadata metadata = new ClientMetadata();
        metadata.setName("Registered by Nimbus");
        metadata.setRedirectionURI(URI.create("https://app.example.com/cb"));
        metadata.setGrantTypes(Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));

        ClientRegistrationResponse registered = register(metadata);

        assertTrue(registered.indicatesSuccess());
        ClientInformation client = registered.toSuccessResponse().getClientInformation();
        assertEquals("Registered by Nimbus", client.getMetadata().getName());
        assertNotNull(client.getSecret().getValue());

        URI atTheTest = endpoint.resolve(client.getRegistrationURI().getPath());
        ClientInformation read = ClientRegistrationResponse.parse(
                        new ClientReadRequest(atTheTest, client.getRegistrationAccessToken())
                                .toHTTPRequest()
                                .send())
                .toSuccessResponse()
                .getClientInformation();
        assertEquals(client.getID(), read.getID());
        assertEquals(client.getMetadata().toJSONObject(), read.getMetadata().toJSONObject());
        assertNull(read.getSecret());
    }

    @Test
    void nimbusUnderstandsARefusal() throws Exception {
        ClientMetadata metadata = new ClientMetadata();
        metadata.setRedirectionURI(URI.create("http://app.example.com/cb"));

        ClientRegistrationErrorResponse refused = register(metadata).toErrorResponse();

        assertEquals("invalid_redirect_uri", refused.getErrorObject().getCode());
        assertEquals(400, refused.getErrorObject().getHTTPStatusCode());
    }

    private ClientRegistrationResponse register(ClientMetadata metadata) throws Exception {
        BearerAccessToken token = new BearerAccessToken(TestIssuer.ofThisTest().registrationToken());
        return ClientRegistrationResponse.parse(new ClientRegistrationRequest(endpoint, metadata, token)
                .toHTTPRequest()
                .send());
    }
}
