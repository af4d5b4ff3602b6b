package io.registrar.registration;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.VALIDATION;
import static io.registrar.testing.Registrar.anonymous;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.metadata;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.validate;
import static io.registrar.testing.Registrar.webClient;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.metadata.MetadataField;
import io.registrar.metadata.MetadataFields;
import io.registrar.testing.Database;
import io.registrar.testing.Registrar.Metadata;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class ValidationTest {

    static Stream<Metadata> sound() {
        return Stream.of(
                machineClient().name("Nightly import").scope("orders.read"),
                machineClient().with("client_lifetime", 3600),
                machineClient().with("client_id", "mine").with("shoe_size", 43),
                webClient().name("Demo").with("client_name#fr", "Démo").with("default_max_age", 0),
                webClient()
                        .grantTypes("authorization_code", "refresh_token")
                        .scope("openid profile")
                        .with("refresh_token_expiration", "sliding")
                        .with("id_token_signing_alg_values_supported", List.of("ES256", "RS256")),
                metadata()
                        .with("application_type", "native")
                        .redirectUris("com.example.app:/oauth2redirect")
                        .authMethod("none"));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void aSoundClientIsShownAsItWouldBeRegisteredWithoutWhatIsIssued(Metadata metadata) {
        Map<String, Object> registered = register(metadata).path("$");
        Map<String, Object> expected = new LinkedHashMap<>(registered);
        MetadataFields.issued().stream().map(MetadataField::name).forEach(expected::remove);

        Response response = validate(metadata);

        response.then()
                .statusCode(200)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Location", nullValue())
                .body("$", hasKey("warnings"));
        Map<String, Object> shown = new LinkedHashMap<>(response.<Map<String, Object>>path("$"));
        shown.remove("warnings");
        assertEquals(List.copyOf(expected.entrySet()), List.copyOf(shown.entrySet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"client_name\":\"a\",\"client_name\":\"b\"}",
                "{\"redirect_uris\":[\"http://app.example.com/cb\"],\"contacts\":5,\"client_name\":\" x \"}",
                "{\"grant_types\":[\"client_credentials\"],\"scope\":\"IdentityServer.Configuration\"}",
                "{\"redirect_uris\":[\"https://app.example.com/cb\"],\"absolute_refresh_token_lifetime\":0}",
                "{\"software_statement\":\"a.b.c\"}"
            })
    void whatARegistrationWouldRefuseIsRefusedInTheSameWords(String body) {
        assertSameRefusal(() -> admitted().body(body));
    }

    static Stream<Arguments> unacceptable() {
        return Stream.of(
                sent("no credential", () -> anonymous().body("{}")),
                sent("a token of nobody", () -> request("a.b.c").body("{}")),
                sent("a token without the scope", () -> request(TestIssuer.ofThisTest()
                                .token()
                                .claim("scope", "other")
                                .serialize())
                        .body("{}")),
                sent("the token of a client", () -> request(
                                register(machineClient()).path("registration_access_token"))
                        .body("{}")),
                sent("a token in the query", () -> admitted().body("{}").queryParam("access_token", "a.b.c")),
                sent("plain text", () -> admitted().contentType("text/plain").body("{}")),
                sent("256 KiB and a byte", () -> admitted().body("{}" + " ".repeat(256 * 1024 - 1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unacceptable")
    void itAsksForTheSameCredentialAndTheSameBody(String what, Supplier<RequestSpecification> request) {
        assertSameRefusal(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE"})
    void itHasNoOtherMethod(String method) {
        admitted().request(method, VALIDATION).then().statusCode(405).header("Allow", "POST");
    }

    @Test
    void nothingIsWrittenAndNothingIsAsked() throws SQLException, IOException {
        register(machineClient()).then().statusCode(201);
        TestStore.awaitTheTrail();
        Map<String, Object> before = rows();

        List<String> statements = TestStore.statementsDuring(() -> {
            validate(machineClient()).then().statusCode(200);
            validate(webClient()).then().statusCode(200);
        });

        assertEquals(List.of(), statements);
        assertEquals(before, rows());
    }

    @Test
    void aMachineClientNeedsNoWarning() {
        validate(machineClient().scope("orders.read")).then().statusCode(200).body("warnings", is(List.of()));
    }

    @Test
    void whatTheIdentityServerWillNotHonourIsSaid() {
        validate(webClient().with("subject_type", "pairwise"))
                .then()
                .statusCode(200)
                .body("subject_type", is("pairwise"))
                .body("warnings.pointer", hasItem("/subject_type"))
                .body("warnings.find { it.member == 'subject_type' }.reader", is("Spring Authorization Server"))
                .body(
                        "warnings.find { it.member == 'subject_type' }.message",
                        startsWith("subject_type: Spring Authorization Server has public subjects only"));
    }

    @Test
    void aMemberThatMeansNothingForTheClientIsSaidToBeDropped() {
        validate(machineClient().with("subject_type", "public").with("subject_types_supported", List.of("public")))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("subject_type")))
                .body("warnings.member", contains("subject_type"))
                .body("warnings.pointer", contains("/subject_type"))
                .body("warnings[0]", not(hasKey("reader")))
                .body(
                        "warnings[0].message",
                        startsWith("subject_type: means nothing for this client and is not registered; it needs "));
    }

    /** The same status, challenge and words, whatever the path. */
    private static void assertSameRefusal(Supplier<RequestSpecification> request) {
        Response registration = request.get().post(ENDPOINT);
        Response validation = request.get().post(VALIDATION);

        assertEquals(4, registration.statusCode() / 100, registration::asString);
        assertEquals(registration.statusCode(), validation.statusCode());
        assertEquals(registration.asString(), validation.asString());
        for (String header : new String[] {"WWW-Authenticate", "Content-Type", "Connection", "Cache-Control"}) {
            assertEquals(registration.header(header), validation.header(header));
        }
    }

    private static Map<String, Object> rows() throws SQLException {
        Map<String, Object> rows = new LinkedHashMap<>();
        try (Connection owner = Database.asOwner()) {
            for (Map<String, Object> table : Database.query(
                    owner, "select tablename from pg_tables where schemaname = 'registrar' order by tablename")) {
                String name = table.get("tablename").toString();
                rows.put(name, Database.query(owner, "select count(*) from registrar." + name));
            }
        }
        return rows;
    }

    private static RequestSpecification admitted() {
        return request(TestIssuer.ofThisTest().registrationToken());
    }

    private static Arguments sent(String what, Supplier<RequestSpecification> request) {
        return arguments(what, request);
    }
}
