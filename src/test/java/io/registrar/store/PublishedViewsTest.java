package io.registrar.store;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.metadata;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.webClient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the identity server's login sees of a registration. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class PublishedViewsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theReaderSeesTheViewsAndNoTokenInThem() throws SQLException {
        register(machineClient()).then().statusCode(201);
        try (Connection reader = Database.asReader()) {
            assertFalse(Database.query(reader, "select * from identity.client").isEmpty());
            assertFalse(Database.query(reader, "select * from oauth2_registered_client")
                    .isEmpty());
            List<Map<String, Object>> visible = Database.query(reader, """
                    select table_schema || '.' || table_name as name from information_schema.table_privileges
                    where grantee = 'identity_reader' and privilege_type <> 'SELECT'
                       or grantee = 'identity_reader' and table_schema <> 'identity'
                    """);
            assertEquals(List.of(), visible);
        }
    }

    @Test
    void noTokenDigestIsVisibleToTheReader() throws SQLException {
        register(machineClient()).then().statusCode(201);
        try (Connection service = Database.asService();
                Connection reader = Database.asReader()) {
            String digests = Database.query(
                            service,
                            "select encode(digest, 'hex') as hex, encode(digest, 'base64') as base64"
                                    + " from registrar.registration_access_token order by id desc limit 1")
                    .toString();
            String hex = digests.substring(digests.indexOf("hex=") + 4, digests.indexOf(','));
            String rows = Database.query(reader, "select c::text as row from identity.client c") + " "
                    + Database.query(reader, "select c::text as row from oauth2_registered_client c");

            assertFalse(rows.contains(hex));
            assertFalse(rows.contains("rat_"));
        }
    }

    @Test
    void thePlainViewHoldsTheRegistrationAndTheSecretsHash() throws Exception {
        Response registered = register(webClient()
                .name("Demo")
                .with("client_name#fr", "Démo")
                .grantTypes("authorization_code", "refresh_token")
                .scope("openid profile"));

        Map<String, Object> row = read("identity.client", registered);

        JsonNode answered = JSON.readTree(registered.asString());
        JsonNode metadata = JSON.readTree(row.get("metadata").toString());
        metadata.properties().forEach(member -> assertEquals(answered.get(member.getKey()), member.getValue()));
        assertEquals(answered.size() - 4, metadata.size());
        JsonNode hashes = JSON.readTree(row.get("secret_hashes").toString());
        assertEquals(1, hashes.size());
        assertEquals("sha-256", hashes.get(0).get("algorithm").asText());
        assertEquals(
                sha256(registered.path("client_secret")),
                hashes.get(0).get("hash").asText());
        assertEquals(0, hashes.get(0).get("expires_at").asLong());
        assertNull(row.get("valid_until"));
    }

    @Test
    void theStockReadersViewHoldsWhatThatReaderNeeds() throws Exception {
        Response registered = register(webClient()
                .name("Demo")
                .redirectUris("https://app.example.com/cb", "https://app.example.com/other")
                .grantTypes("authorization_code", "refresh_token")
                .scope("openid profile"));

        Map<String, Object> row = read("oauth2_registered_client", registered);

        assertEquals(registered.<String>path("client_id"), row.get("id"));
        assertEquals("{SHA-256}" + sha256(registered.path("client_secret")), row.get("client_secret"));
        assertNull(row.get("client_secret_expires_at"));
        assertEquals("Demo", row.get("client_name"));
        assertEquals("client_secret_basic", row.get("client_authentication_methods"));
        assertEquals("authorization_code,refresh_token", row.get("authorization_grant_types"));
        assertEquals("https://app.example.com/cb,https://app.example.com/other", row.get("redirect_uris"));
        assertEquals("openid,profile", row.get("scopes"));
        JsonNode clientSettings = JSON.readTree(row.get("client_settings").toString());
        assertEquals(
                "java.util.Collections$UnmodifiableMap",
                clientSettings.get("@class").asText());
        assertTrue(clientSettings.get("settings.client.require-proof-key").asBoolean());
        JsonNode tokenSettings = JSON.readTree(row.get("token_settings").toString());
        assertEquals(
                List.of("java.time.Duration", "PT3600S"),
                JSON.convertValue(tokenSettings.get("settings.token.access-token-time-to-live"), List.class));
    }

    @Test
    void aMachineClientHasNoNameNoRedirectAndNoScopeAndIsReadableAllTheSame() throws Exception {
        Response registered = register(machineClient());

        Map<String, Object> row = read("oauth2_registered_client", registered);

        assertEquals(registered.<String>path("client_id"), row.get("client_name"));
        assertNull(row.get("redirect_uris"));
        assertEquals("", row.get("scopes"));
        assertFalse(JSON.readTree(row.get("client_settings").toString())
                .get("settings.client.require-proof-key")
                .asBoolean());
    }

    @Test
    void aPublicClientHasNoSecret() throws Exception {
        Response registered = register(metadata()
                .with("application_type", "native")
                .redirectUris("com.example.app:/cb")
                .authMethod("none"));

        assertNull(read("oauth2_registered_client", registered).get("client_secret"));
        assertEquals(
                "[]", read("identity.client", registered).get("secret_hashes").toString());
    }

    /** 0 forces a login at every authorization request; absent asks for none. */
    @Test
    void anAgeOfZeroIsNotTheSameAsNone() throws Exception {
        Response zero = register(webClient().with("default_max_age", 0));
        Response none = register(webClient());

        JsonNode age = JSON.readTree(
                        read("identity.client", zero).get("metadata").toString())
                .get("default_max_age");
        assertTrue(age.isInt());
        assertEquals(0, age.asInt());
        assertFalse(JSON.readTree(read("identity.client", none).get("metadata").toString())
                .has("default_max_age"));
    }

    @Test
    void anEndedOrDisabledClientIsGoneAndAnExpiredSecretIsNotOffered() throws Exception {
        String ended = register(machineClient()).path("client_id");
        String disabled = register(machineClient()).path("client_id");
        Response secretEnded = register(machineClient());
        Response secretEnding = register(machineClient());
        try (Connection database = Database.aroundTheTrail()) {
            Database.execute(
                    database,
                    "update client set expires_at = now() - interval '1 second' where client_id = '" + ended + "'");
            Database.execute(database, "update client set enabled = false where client_id = '" + disabled + "'");
            endSecret(database, secretEnded, "- interval '1 second'");
            endSecret(database, secretEnding, "+ interval '1 hour'");
        }
        try (Connection reader = Database.asReader()) {
            for (String view : List.of("identity.client", "identity.oauth2_registered_client")) {
                String from = "select * from " + view + " where client_id in ('" + ended + "', '" + disabled + "')";
                assertEquals(List.of(), Database.query(reader, from));
            }
        }
        assertEquals(
                "[]", read("identity.client", secretEnded).get("secret_hashes").toString());
        assertNull(read("identity.client", secretEnded).get("valid_until"));
        Map<String, Object> ending = read("identity.client", secretEnding);
        assertEquals(
                read("oauth2_registered_client", secretEnding).get("client_secret_expires_at"),
                ending.get("valid_until"));
        assertFalse(ending.get("secret_hashes").toString().equals("[]"));
    }

    @Test
    void theLookUpOfAClientUsesAnIndexThroughEitherView() throws Exception {
        try (Connection database = Database.aroundTheTrail();
                Connection reader = Database.asReader()) {
            Database.execute(database, """
                    insert into registrar.client (client_id, metadata, owner_kind, trust_tier, created_at, updated_at)
                    select 'bulk-' || n, '{"grant_types":["client_credentials"]}', 'test', 'authenticated', now(), now()
                    from generate_series(1, 10000) n on conflict do nothing
                    """);
            Database.execute(database, """
                    insert into registrar.client_secret (client, digest, created_at)
                    select id, sha256(client_id::bytea), now() from registrar.client where client_id like 'bulk-%'
                    on conflict do nothing
                    """);
            try {
                Database.execute(database, "analyze registrar.client");
                Database.execute(database, "analyze registrar.client_secret");
                for (String view : List.of("identity.client", "identity.oauth2_registered_client")) {
                    String plan = Database.query(
                                    reader, "explain select * from " + view + " where client_id = 'bulk-5000'")
                            .toString();
                    assertTrue(plan.contains("Index Scan using client_client_id_key"), plan);
                    assertFalse(plan.contains("Seq Scan"), plan);
                }
                String byId = Database.query(
                                reader,
                                "explain select * from identity.oauth2_registered_client where id = 'bulk-5000'")
                        .toString();
                assertTrue(byId.contains("Index Scan using client_client_id_key"), byId);
                assertFalse(byId.contains("Seq Scan"), byId);
            } finally {
                Database.execute(
                        database,
                        "delete from client_secret where client in (select id from client where client_id like 'bulk-%')");
                Database.execute(database, "delete from registrar.client where client_id like 'bulk-%'");
            }
        }
    }

    private static Map<String, Object> read(String view, Response registered) throws Exception {
        try (Connection reader = Database.asReader()) {
            return Database.query(
                            reader,
                            "select * from " + view + " where client_id = '" + registered.path("client_id") + "'")
                    .get(0);
        }
    }

    private static void endSecret(Connection database, Response registered, String when) throws Exception {
        Database.execute(
                database,
                "update client_secret set expires_at = now() " + when
                        + " where client = (select id from client where client_id = '" + registered.path("client_id")
                        + "')");
    }

    private static String sha256(String secret) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
