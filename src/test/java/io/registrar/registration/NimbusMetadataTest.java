package io.registrar.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.ciba.BackChannelTokenDeliveryMode;
import com.nimbusds.oauth2.sdk.client.ClientReadRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.SoftwareID;
import com.nimbusds.oauth2.sdk.id.SoftwareVersion;
import com.nimbusds.oauth2.sdk.rar.AuthorizationType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.federation.registration.ClientRegistrationType;
import com.nimbusds.openid.connect.sdk.rp.ApplicationType;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformation;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformationResponse;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistrationRequest;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistrationResponseParser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.ClientHost;
import io.registrar.testing.EveryMember;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything that Nimbus knows to say about an OpenID client, in as many clients as exclude each other. */
@QuarkusTest
@TestProfile(EveryMember.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@QuarkusTestResource(value = ClientHost.class, restrictToAnnotatedClass = true)
class NimbusMetadataTest {

    private static final URI PAGE = URI.create("https://app.example.com/page");

    @TestHTTPResource("/connect/dcr")
    URI endpoint;

    @Test
    void everythingThatNimbusKnowsComesBackAsItWasSent() throws Exception {
        List<OIDCClientMetadata> clients = new ArrayList<>(List.of(web(), encrypted(), backchannel()));
        clients.addAll(certified());
        clients.add(federated());
        Set<String> covered = new HashSet<>();
        for (OIDCClientMetadata client : clients) {
            assertComesBack(client);
            client.toJSONObject().keySet().forEach(name -> covered.add(name.replaceFirst("#.*", "")));
        }
        Set<String> missing = new HashSet<>(OIDCClientMetadata.getRegisteredParameterNames());
        missing.removeAll(covered);
        // Neither software statements nor identity assurance are offered; for the last one Nimbus has no setter.
        missing.removeAll(Set.of("software_statement", "digest_algorithm", "use_mtls_endpoint_aliases"));
        assertEquals(Set.of(), missing);
    }

    private static OIDCClientMetadata redirecting() {
        OIDCClientMetadata client = new OIDCClientMetadata();
        client.setRedirectionURIs(Set.of(URI.create("https://app.example.com/cb")));
        return client;
    }

    private static OIDCClientMetadata web() {
        OIDCClientMetadata client = redirecting();
        client.setGrantTypes(Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        client.setResponseTypes(Set.of(ResponseType.CODE));
        client.setApplicationType(ApplicationType.WEB);
        client.setScope(new Scope("openid", "profile"));
        client.setEmailContacts(List.of("ops@example.com"));
        client.setName("Demo");
        client.setName("D\u00e9mo", langTag("fr"));
        client.setLogoURI(PAGE);
        client.setLogoURI(PAGE, langTag("de-CH"));
        client.setURI(PAGE);
        client.setURI(PAGE, langTag("fr"));
        client.setPolicyURI(PAGE);
        client.setPolicyURI(PAGE, langTag("fr"));
        client.setTermsOfServiceURI(PAGE);
        client.setTermsOfServiceURI(PAGE, langTag("fr"));
        client.setSoftwareID(new SoftwareID("4NRB1-0XZABZI9E6-5SM3R"));
        client.setSoftwareVersion(new SoftwareVersion("1.0"));
        client.setTokenEndpointAuthMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        client.setTokenEndpointAuthJWSAlg(JWSAlgorithm.ES256);
        client.setJWKSetURI(URI.create("https://app.example.com/jwks.json"));
        client.setSubjectType(SubjectType.PAIRWISE);
        client.setDefaultMaxAge(60);
        client.requiresAuthTime(true);
        client.setDefaultACRs(List.of(new ACR("urn:b"), new ACR("urn:a")));
        client.setInitiateLoginURI(PAGE);
        client.setPostLogoutRedirectionURIs(Set.of(PAGE));
        client.setFrontChannelLogoutURI(PAGE);
        client.requiresFrontChannelLogoutSession(true);
        client.setBackChannelLogoutURI(PAGE);
        client.requiresBackChannelLogoutSession(true);
        client.setRequestObjectURIs(Set.of(URI.create("https://app.example.com/request.jwt")));
        client.requiresPushedAuthorizationRequests(true);
        client.setDPoPBoundAccessTokens(true);
        client.setAuthorizationDetailsTypes(List.of(new AuthorizationType("payment_initiation")));
        return client;
    }

    private static OIDCClientMetadata encrypted() throws Exception {
        OIDCClientMetadata client = redirecting();
        client.setJWKSet(new JWKSet(List.of(
                new ECKeyGenerator(Curve.P_256)
                        .keyID("s")
                        .keyUse(KeyUse.SIGNATURE)
                        .generate()
                        .toPublicJWK(),
                new ECKeyGenerator(Curve.P_256)
                        .keyID("e")
                        .keyUse(KeyUse.ENCRYPTION)
                        .generate()
                        .toPublicJWK())));
        client.setIDTokenJWSAlg(JWSAlgorithm.PS256);
        client.setIDTokenJWEAlg(JWEAlgorithm.ECDH_ES);
        client.setIDTokenJWEEnc(EncryptionMethod.A256GCM);
        client.setUserInfoJWSAlg(JWSAlgorithm.ES256);
        client.setUserInfoJWEAlg(JWEAlgorithm.ECDH_ES_A128KW);
        client.setUserInfoJWEEnc(EncryptionMethod.A128CBC_HS256);
        client.setRequestObjectJWSAlg(JWSAlgorithm.EdDSA);
        client.setRequestObjectJWEAlg(JWEAlgorithm.RSA_OAEP_256);
        client.setRequestObjectJWEEnc(EncryptionMethod.A128GCM);
        client.setAuthorizationJWSAlg(JWSAlgorithm.ES256);
        client.setAuthorizationJWEAlg(JWEAlgorithm.ECDH_ES);
        client.setAuthorizationJWEEnc(EncryptionMethod.A192GCM);
        client.setSectorIDURI(URI.create(ClientHost.publishList(
                client.getRedirectionURIs().stream().map(URI::toString).toList())));
        return client;
    }

    private static OIDCClientMetadata backchannel() {
        OIDCClientMetadata client = new OIDCClientMetadata();
        client.setGrantTypes(Set.of(GrantType.CIBA));
        client.setJWKSetURI(URI.create("https://app.example.com/jwks.json"));
        client.setBackChannelTokenDeliveryMode(BackChannelTokenDeliveryMode.PING);
        client.setBackChannelClientNotificationEndpoint(URI.create("https://app.example.com/ciba"));
        client.setBackChannelAuthRequestJWSAlg(JWSAlgorithm.ES256);
        client.setSupportsBackChannelUserCodeParam(true);
        return client;
    }

    private static List<OIDCClientMetadata> certified() {
        List<OIDCClientMetadata> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            OIDCClientMetadata client = new OIDCClientMetadata();
            client.setGrantTypes(Set.of(GrantType.CLIENT_CREDENTIALS));
            client.setTokenEndpointAuthMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH);
            client.setTLSClientCertificateBoundAccessTokens(true);
            clients.add(client);
        }
        clients.get(0).setTLSClientAuthSubjectDN("CN=client,O=Example");
        clients.get(1).setTLSClientAuthSanDNS("client.example.com");
        clients.get(2).setTLSClientAuthSanURI("spiffe://example.org/client");
        clients.get(3).setTLSClientAuthSanIP("192.0.2.1");
        clients.get(4).setTLSClientAuthSanEmail("client@example.com");
        return clients;
    }

    private static OIDCClientMetadata federated() {
        OIDCClientMetadata client = redirecting();
        client.setClientRegistrationTypes(List.of(ClientRegistrationType.AUTOMATIC));
        client.setOrganizationName("Example");
        client.setSignedJWKSetURI(URI.create("https://app.example.com/jwks.jose"));
        return client;
    }

    private static LangTag langTag(String tag) {
        try {
            return LangTag.parse(tag);
        } catch (LangTagException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void assertComesBack(OIDCClientMetadata sent) throws Exception {
        BearerAccessToken token = new BearerAccessToken(TestIssuer.ofThisTest().registrationToken());
        OIDCClientInformation registered = parsed(new OIDCClientRegistrationRequest(endpoint, sent, token)
                .toHTTPRequest()
                .send());
        assertHolds(registered, sent);
        URI atTheTest = endpoint.resolve(registered.getRegistrationURI().getPath());
        OIDCClientInformation read = parsed(new ClientReadRequest(atTheTest, registered.getRegistrationAccessToken())
                .toHTTPRequest()
                .send());
        assertHolds(read, sent);
        assertEquals(
                registered.getOIDCMetadata().toJSONObject(),
                read.getOIDCMetadata().toJSONObject());
    }

    private static OIDCClientInformation parsed(HTTPResponse answer) throws Exception {
        ClientRegistrationResponse response = OIDCClientRegistrationResponseParser.parse(answer);
        assertTrue(response.indicatesSuccess(), answer::getBody);
        return ((OIDCClientInformationResponse) response).getOIDCClientInformation();
    }

    private static void assertHolds(OIDCClientInformation client, OIDCClientMetadata sent) {
        Map<String, Object> kept = client.getOIDCMetadata().toJSONObject();
        sent.toJSONObject().forEach((name, value) -> assertEquals(unordered(value), unordered(kept.get(name)), name));
    }

    // Nimbus keeps grants and addresses in sets.
    private static Object unordered(Object value) {
        return value instanceof List<?> list ? new HashSet<>(list) : value;
    }
}
