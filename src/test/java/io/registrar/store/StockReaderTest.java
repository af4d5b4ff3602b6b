package io.registrar.store;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.metadata;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.webClient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.Registrar.Metadata;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The view of Spring Authorization Server, read by its stock repository, and column by column against a table that this
 * repository wrote itself. Whoever changes the view learns here, without a second host, what that server makes of it.
 */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class StockReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DURATION = "java.time.Duration";

    /** The table that release 7.1 ships, with the time zone that its own header asks for on PostgreSQL. */
    private static final String SCRATCH_TABLE = """
            create temporary table oauth2_registered_client (
                id varchar(100) not null primary key,
                client_id varchar(100) not null,
                client_id_issued_at timestamptz default current_timestamp not null,
                client_secret varchar(200),
                client_secret_expires_at timestamptz,
                client_name varchar(200) not null,
                client_authentication_methods varchar(1000) not null,
                authorization_grant_types varchar(1000) not null,
                redirect_uris varchar(1000),
                post_logout_redirect_uris varchar(1000),
                scopes varchar(1000) not null,
                client_settings varchar(2000) not null,
                token_settings varchar(2000) not null
            )
            """;

    @Test
    void aWebClientIsWhatTheStockRepositoryWouldHaveWritten() throws Exception {
        Response registered = register(webClient()
                .name("Demo, with a comma and \"quotes\"")
                .redirectUris("https://app.example.com/cb", "https://app.example.com/other")
                .grantTypes("authorization_code", "refresh_token")
                .with("jwks_uri", "https://app.example.com/jwks")
                .with("post_logout_redirect_uris", List.of("https://app.example.com/bye"))
                .scope("openid profile"));

        sameAsWritten(registered, client -> client.clientName("Demo, with a comma and \"quotes\"")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri("https://app.example.com/cb")
                .redirectUri("https://app.example.com/other")
                .postLogoutRedirectUri("https://app.example.com/bye")
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .jwkSetUrl("https://app.example.com/jwks")
                        .build())
                .tokenSettings(tokens(true).build()));
    }

    @Test
    void aMachineClientIsWhatTheStockRepositoryWouldHaveWritten() throws Exception {
        Response registered = register(machineClient().authMethod("client_secret_post"));

        sameAsWritten(registered, client -> client.clientName(registered.path("client_id"))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(false)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens(true).build()));
    }

    @Test
    void aPublicClientIsWhatTheStockRepositoryWouldHaveWritten() throws Exception {
        Response registered = register(metadata()
                .with("application_type", "native")
                .with("id_token_signed_response_alg", "ES256")
                .name("Desktop")
                .redirectUris("http://127.0.0.1/cb")
                .authMethod("none")
                .scope("openid"));

        sameAsWritten(registered, client -> client.clientName("Desktop")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://127.0.0.1/cb")
                .scope("openid")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build()));
    }

    @Test
    void aClientWithAKeyIsWhatTheStockRepositoryWouldHaveWritten() throws Exception {
        Metadata signer = machineClient()
                .name("Signer")
                .authMethod("private_key_jwt")
                .with("jwks_uri", "https://app.example.com/jwks");
        for (String algorithm : List.of("", "PS256")) {
            Response registered =
                    register(algorithm.isEmpty() ? signer : signer.with("token_endpoint_auth_signing_alg", algorithm));

            sameAsWritten(registered, client -> client.clientName("Signer")
                    .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(false)
                            .requireAuthorizationConsent(false)
                            .jwkSetUrl("https://app.example.com/jwks")
                            .tokenEndpointAuthenticationSigningAlgorithm(
                                    SignatureAlgorithm.from(algorithm.isEmpty() ? "RS256" : algorithm))
                            .build())
                    .tokenSettings(tokens(true).build()));
        }
    }

    @Test
    void lifetimesAndConsentAreWhatTheStockRepositoryWouldHaveWritten() throws Exception {
        Response registered = register(webClient()
                .grantTypes("authorization_code", "refresh_token")
                .with("require_consent", true)
                .with("access_token_type", "Reference")
                .with("access_token_lifetime", 86400)
                .with("authorization_code_lifetime", 61)
                .with("refresh_token_usage", "OneTimeOnly")
                .with("refresh_token_expiration", "Sliding")
                .with("sliding_refresh_token_lifetime", 7200)
                .with("absolute_refresh_token_lifetime", 9000));

        sameAsWritten(registered, client -> confidential(client, registered)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build())
                .tokenSettings(tokens(false)
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .accessTokenTimeToLive(Duration.ofDays(1))
                        .authorizationCodeTimeToLive(Duration.ofSeconds(61))
                        .refreshTokenTimeToLive(Duration.ofHours(2))
                        .build()));
    }

    @Test
    void aRefreshTokenWithAnAbsoluteEndLivesThatLong() throws Exception {
        Response registered = register(webClient()
                .grantTypes("authorization_code", "refresh_token")
                .with("require_consent", false)
                .with("access_token_type", "Jwt")
                .with("refresh_token_usage", "ReUse")
                .with("refresh_token_expiration", "Absolute")
                .with("absolute_refresh_token_lifetime", 90));

        sameAsWritten(registered, client -> confidential(client, registered)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .tokenSettings(tokens(true)
                        .refreshTokenTimeToLive(Duration.ofSeconds(90))
                        .build()));
    }

    @Test
    void aClientWithACertificateIsWhatTheStockRepositoryWouldHaveWritten() throws Exception {
        Response registered = register(webClient()
                .authMethod("tls_client_auth")
                .with("tls_client_auth_subject_dn", "CN=app,O=Example")
                .with("tls_client_certificate_bound_access_tokens", true));

        sameAsWritten(registered, client -> codeClient(client, registered)
                .clientAuthenticationMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
                .clientSettings(ClientSettings.builder()
                        .x509CertificateSubjectDN("CN=app,O=Example")
                        .build())
                .tokenSettings(
                        tokens(true).x509CertificateBoundAccessTokens(true).build()));
    }

    @Test
    void aClientWithACertificateOfItsOwnIsWhatTheStockRepositoryWouldHaveWritten() throws Exception {
        Response registered = register(
                webClient().authMethod("self_signed_tls_client_auth").with("jwks_uri", "https://app.example.com/jwks"));

        sameAsWritten(registered, client -> codeClient(client, registered)
                .clientAuthenticationMethod(ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH)
                .clientSettings(ClientSettings.builder()
                        .jwkSetUrl("https://app.example.com/jwks")
                        .build())
                .tokenSettings(tokens(true).build()));
    }

    /** Its enumeration has none of them; a name in a row that they do not know would fail every request of that client. */
    @ParameterizedTest
    @ValueSource(strings = {"EdDSA", "Ed25519", "Ed448", "HS256", "none"})
    void anAlgorithmUnknownToThisReaderIsLeftOutAndTheClientIsReadable(String algorithm) throws Exception {
        Response registered =
                register(webClient().authMethod("private_key_jwt").with("jwks_uri", "https://app.example.com/jwks"));
        publish(registered, """
                {'token_endpoint_auth_signing_alg':'%1$s',
                'id_token_signed_response_alg':'%1$s'}""".formatted(algorithm));

        RegisteredClient client = readByStock(registered);

        // Each assertion is refused (401), and no ID token is signed with anything weaker.
        assertNull(client.getClientSettings().getTokenEndpointAuthenticationSigningAlgorithm());
        assertRefused(client);
        assertThrows(IllegalArgumentException.class, client.getTokenSettings()::getIdTokenSignatureAlgorithm);
    }

    /** Spring would take the published hash for the secret itself, so that whoever reads the view could sign. */
    @Test
    void theHashOfASecretIsNeverAKeyForAssertions() throws Exception {
        Response registered = register(webClient());
        publish(registered, """
                {'token_endpoint_auth_method':'client_secret_jwt','token_endpoint_auth_signing_alg':'HS256'}""");

        assertRefused(readByStock(registered));
    }

    @Test
    void aRowOfAnOlderReleaseIsReadWithTheDefaultsOfThen() throws Exception {
        Response registered = register(webClient().grantTypes("authorization_code", "refresh_token"));
        change(
                registered,
                "metadata = metadata - array['"
                        + String.join(
                                "','",
                                List.of(
                                        "require_consent",
                                        "access_token_type",
                                        "access_token_lifetime",
                                        "authorization_code_lifetime",
                                        "refresh_token_usage",
                                        "refresh_token_expiration",
                                        "absolute_refresh_token_lifetime",
                                        "sliding_refresh_token_lifetime",
                                        "tls_client_certificate_bound_access_tokens",
                                        "id_token_signed_response_alg"))
                        + "']");

        sameAsWritten(registered, client -> confidential(client, registered)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .tokenSettings(tokens(true).build()));
    }

    @Test
    void theEndOfASecretIsTheSameMomentInEveryTimeZoneOfTheReader() throws Exception {
        Response registered = register(machineClient());
        Instant end = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        try (Connection database = Database.aroundTheTrail()) {
            Database.execute(
                    database,
                    "update client_secret set expires_at = '" + end + "' where client = (select id from client"
                            + " where client_id = '" + registered.path("client_id") + "')");
        }
        TimeZone here = TimeZone.getDefault();
        try {
            for (String zone : List.of("UTC", "Pacific/Auckland", "America/St_Johns")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertEquals(end, readByStock(registered).getClientSecretExpiresAt(), zone);
            }
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void aClientThatIsDisabledIsUnknownToTheStockRepositoryAtOnce() throws Exception {
        Response registered = register(machineClient());
        assertNotNull(readByStock(registered));
        change(registered, "enabled = false");

        assertNull(readByStock(registered));
    }

    /** Both ways: the stock repository reads our row as the client it should be, and would have written that row. */
    private static void sameAsWritten(Response registered, Consumer<RegisteredClient.Builder> expectation)
            throws Exception {
        RegisteredClient.Builder builder =
                RegisteredClient.withId(registered.path("client_id")).clientId(registered.path("client_id"));
        if (registered.path("client_secret") != null) {
            builder.clientSecret("{SHA-256}" + sha256(registered.path("client_secret")));
        }
        expectation.accept(builder);
        try (Connection reader = Database.asReader();
                Connection owner = Database.asOwner()) {
            Map<String, Object> ours = row(reader, "identity.oauth2_registered_client", registered);
            RegisteredClient expected = builder.clientIdIssuedAt(
                            ((Timestamp) ours.get("client_id_issued_at")).toInstant())
                    .build();

            assertEquals(expected, readByStock(registered));

            Database.execute(owner, SCRATCH_TABLE);
            repository(owner).save(expected);
            Map<String, Object> theirs = row(owner, "pg_temp.oauth2_registered_client", registered);
            assertEquals(
                    List.copyOf(theirs.keySet()), List.copyOf(ours.keySet()).subList(0, theirs.size()));
            for (String column : theirs.keySet()) {
                assertEquals(
                        comparable(column, theirs.get(column)),
                        comparable(column, ours.get(column)),
                        column + " of the view, against what the stock repository writes");
            }
        }
    }

    private static RegisteredClient.Builder confidential(RegisteredClient.Builder client, Response registered) {
        return codeClient(client, registered)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private static RegisteredClient.Builder codeClient(RegisteredClient.Builder client, Response registered) {
        return client.clientName(registered.path("client_id"))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://app.example.com/cb");
    }

    private static void assertRefused(RegisteredClient client) {
        OAuth2AuthenticationException refusal =
                assertThrows(OAuth2AuthenticationException.class, () -> new JwtClientAssertionDecoderFactory()
                        .createDecoder(client));
        assertEquals("invalid_client", refusal.getError().getErrorCode());
    }

    /** Changes what is published, whether or not it can be registered so: single quotes stand for double ones. */
    private static void publish(Response registered, String members) throws Exception {
        change(registered, "metadata = metadata || '" + members.replace('\'', '"') + "'");
    }

    private static void change(Response registered, String assignment) throws Exception {
        try (Connection database = Database.aroundTheTrail()) {
            Database.execute(
                    database,
                    "update client set " + assignment + " where client_id = '" + registered.path("client_id") + "'");
        }
    }

    private static RegisteredClient readByStock(Response registered) throws Exception {
        try (Connection reader = Database.asReader()) {
            JdbcRegisteredClientRepository repository = repository(reader);
            String id = registered.path("client_id");
            RegisteredClient client = repository.findByClientId(id);
            assertEquals(client, repository.findById(id));
            return client;
        }
    }

    private static JdbcRegisteredClientRepository repository(Connection connection) {
        return new JdbcRegisteredClientRepository(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
    }

    private static Map<String, Object> row(Connection connection, String table, Response registered) throws Exception {
        List<Map<String, Object>> rows = Database.query(
                connection, "select * from " + table + " where client_id = '" + registered.path("client_id") + "'");
        assertEquals(1, rows.size());
        return rows.get(0);
    }

    /** JSON and lists in any order, durations in any spelling; an empty list may be null, which the stock repository reads but never writes. */
    private static Object comparable(String column, Object value) throws Exception {
        if (column.endsWith("_settings")) {
            Map<String, Object> settings = JSON.readValue(value.toString(), new TypeReference<>() {});
            settings.replaceAll((name, setting) ->
                    setting instanceof List<?> typed && typed.get(0).equals(DURATION)
                            ? Duration.parse((String) typed.get(1))
                            : setting);
            return settings;
        }
        if (List.of("authorization_grant_types", "redirect_uris", "post_logout_redirect_uris", "scopes")
                .contains(column)) {
            return value == null || value.equals("")
                    ? new TreeSet<>()
                    : new TreeSet<>(List.of(value.toString().split(",")));
        }
        return value;
    }

    /** What the view says where the registration says nothing. */
    private static TokenSettings.Builder tokens(boolean reuseRefreshTokens) {
        return TokenSettings.builder()
                .authorizationCodeTimeToLive(Duration.ofMinutes(5))
                .accessTokenTimeToLive(Duration.ofHours(1))
                .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                .deviceCodeTimeToLive(Duration.ofMinutes(5))
                .reuseRefreshTokens(reuseRefreshTokens)
                .refreshTokenTimeToLive(Duration.ofDays(30))
                .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                .x509CertificateBoundAccessTokens(false);
    }

    private static String sha256(String secret) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
