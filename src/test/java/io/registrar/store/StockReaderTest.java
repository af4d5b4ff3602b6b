package io.registrar.store;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.metadata;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.webClient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
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
                .scope("openid profile"));

        // Published, but not to be registered yet.
        change(
                registered,
                "metadata = metadata || '{\"post_logout_redirect_uris\":[\"https://app.example.com/bye\"]}'");

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
                .tokenSettings(tokens(true, SignatureAlgorithm.RS256)));
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
                .tokenSettings(tokens(true, SignatureAlgorithm.RS256)));
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
                .tokenSettings(tokens(false, SignatureAlgorithm.ES256)));
    }

    @Test
    void aClientWithAKeyIsWhatTheStockRepositoryWouldHaveWritten() throws Exception {
        for (String algorithm : List.of("", "PS256")) {
            Response registered = register(machineClient()
                    .name("Signer")
                    .authMethod("private_key_jwt")
                    .with("jwks_uri", "https://app.example.com/jwks"));
            if (!algorithm.isEmpty()) {
                // Published, but not to be registered yet.
                change(
                        registered,
                        "metadata = metadata || '{\"token_endpoint_auth_signing_alg\":\"" + algorithm + "\"}'");
            }

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
                    .tokenSettings(tokens(true, SignatureAlgorithm.RS256)));
        }
    }

    @Test
    void theEndOfASecretIsTheSameMomentInEveryTimeZoneOfTheReader() throws Exception {
        Response registered = register(machineClient());
        Instant end = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        try (Connection service = Database.asService()) {
            Database.execute(
                    service,
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

    private static void change(Response registered, String assignment) throws Exception {
        try (Connection service = Database.asService()) {
            Database.execute(
                    service,
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

    /** JSON and lists in any order; an empty list may be null, which the stock repository reads but never writes. */
    private static Object comparable(String column, Object value) throws Exception {
        if (column.endsWith("_settings")) {
            return JSON.readTree(value.toString());
        }
        if (List.of("authorization_grant_types", "redirect_uris", "post_logout_redirect_uris", "scopes")
                .contains(column)) {
            return value == null || value.equals("")
                    ? new TreeSet<>()
                    : new TreeSet<>(List.of(value.toString().split(",")));
        }
        return value;
    }

    private static TokenSettings tokens(boolean reuseRefreshTokens, SignatureAlgorithm idTokens) {
        return TokenSettings.builder()
                .authorizationCodeTimeToLive(Duration.ofMinutes(5))
                .accessTokenTimeToLive(Duration.ofHours(1))
                .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                .deviceCodeTimeToLive(Duration.ofMinutes(5))
                .reuseRefreshTokens(reuseRefreshTokens)
                .refreshTokenTimeToLive(Duration.ofDays(30))
                .idTokenSignatureAlgorithm(idTokens)
                .x509CertificateBoundAccessTokens(false)
                .build();
    }

    private static String sha256(String secret) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
