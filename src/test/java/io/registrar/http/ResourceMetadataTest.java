package io.registrar.http;

import static io.registrar.testing.Registrar.CHALLENGE_END;
import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.RESOURCE_METADATA;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.request;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registration endpoint as a protected resource (RFC 9728; metadata reference, G.3). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ResourceMetadataTest {

    @Test
    void itNamesTheIssuersWhoseTokensBearScopesAndNoCiSystem() {
        Response metadata = anonymous().get(RESOURCE_METADATA);

        metadata.then().statusCode(200).contentType(is("application/json"));
        List<String> further = Stream.of(TestIssuer.further().url(), TestIssuerResource.UNREACHABLE)
                .sorted()
                .toList();
        assertEquals(
                new TreeMap<>(Map.of(
                        "resource",
                        "https://config.example.com/connect/dcr",
                        "authorization_servers",
                        Stream.concat(Stream.of(TestIssuer.ofThisTest().url()), further.stream())
                                .toList(),
                        "scopes_supported",
                        List.of("IdentityServer.Configuration"),
                        "bearer_methods_supported",
                        List.of("header"),
                        "resource_name",
                        "Client registration")),
                new TreeMap<>(metadata.<Map<String, Object>>path("$")));
    }

    @Test
    void itMayBeCachedByAnybody() {
        Response metadata = anonymous().get(RESOURCE_METADATA);

        assertEquals(List.of("public, max-age=3600"), metadata.headers().getValues("Cache-Control"));
        metadata.then().header("Pragma", nullValue()).header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void aBadCredentialDoesNotMatterAndNothingButReadingIsThere() {
        request("a.b.c").get(RESOURCE_METADATA).then().statusCode(200);
        anonymous().head(RESOURCE_METADATA).then().statusCode(200);
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            RestAssured.given()
                    .request(method, RESOURCE_METADATA)
                    .then()
                    .statusCode(405)
                    .header("Allow", "GET");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-protected-resource/connect",
                "/.well-known/oauth-protected-resource/connect/dcr/",
                "/.well-known/oauth-protected-resource/connect/dcr/validate",
                "/.well-known/openid-configuration",
                "/.well-known/openid-configuration/connect/dcr",
                "/.well-known/oauth-authorization-server",
                "/.well-known/oauth-authorization-server/connect/dcr"
            })
    void thisServiceIsNoAuthorizationServerAndNoOtherResource(String path) {
        RestAssured.given().get(path).then().statusCode(404).body("error", is("invalid_request"));
    }

    @Test
    void everyChallengeLeadsThere() {
        String scopeless = TestIssuer.ofThisTest().token().claim("scope", null).serialize();
        List<Response> challenged = List.of(
                anonymous().post(ENDPOINT),
                request("opaque").post(ENDPOINT),
                request("a b").post(ENDPOINT),
                request(scopeless).post(ENDPOINT),
                anonymous().get(ENDPOINT + "/anybody"));

        assertEquals(
                List.of(401, 401, 400, 403, 401),
                challenged.stream().map(Response::statusCode).toList());
        challenged.forEach(answer -> answer.then().header("WWW-Authenticate", endsWith(CHALLENGE_END)));
        assertEquals(List.of("header"), anonymous().get(RESOURCE_METADATA).path("bearer_methods_supported"));
    }
}
