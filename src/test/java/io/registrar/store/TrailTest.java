package io.registrar.store;

import static io.registrar.testing.Registrar.delete;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.Database;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thief with the service's login cannot keep off the trail, or write into it: tried with that login. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class TrailTest {

    private static final String REFUSED = "23514";

    private static final String OTHER_PLACE = "metadata = metadata || '{\"client_uri\": \"https://attacker.example\"}'";

    private String client;

    @BeforeEach
    void aClientIsThere() {
        client = register(machineClient()).path("client_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update client set " + OTHER_PLACE + " where client_id = '%s'",
                "update client set version = version + 1, " + OTHER_PLACE + " where client_id = '%s'",
                "update client set enabled = false where client_id = '%s'",
                "update client set expires_at = now() + interval '1 year' where client_id = '%s'",
                "update client set version = version where client_id = '%s'",
                "delete from client where client_id = '%s'",
                "insert into client_secret (client, digest, created_at)"
                        + " select id, sha256('thief'), now() from client where client_id = '%s'",
                "update client_secret s set expires_at = now() from client c where c.id = s.client and client_id = '%s'",
                "delete from client_secret s using client c where c.id = s.client and client_id = '%s'",
                "insert into client (client_id, metadata, owner_kind, trust_tier, created_at, updated_at)"
                        + " values ('another', '{}', 'access_token', 'authenticated', now(), now())",
            })
    void withoutALineNothingThatReadersSeeIsChanged(String change) throws SQLException {
        List<Map<String, Object>> before = published();

        refused(change.formatted(client));
        refused("set constraints all immediate", change.formatted(client));

        assertEquals(before, published());
    }

    @ParameterizedTest
    @MethodSource("linesOfSomethingElse")
    void aLineOfSomethingElseWillNotDo(String why, Line line) throws SQLException {
        refused("update client set " + OTHER_PLACE + " where client_id = '" + client + "'", line.of(client));
    }

    static Stream<Arguments> linesOfSomethingElse() {
        Line right = Line.of("client.updated", 2);
        return Stream.of(
                        Map.entry("another client's", right.toClient("another")),
                        Map.entry("of the version before", Line.of("client.updated", 1)),
                        Map.entry("of the version after", Line.of("client.updated", 3)),
                        Map.entry("of a registration", Line.of("client.registered", 2)),
                        Map.entry("of enabling", Line.of("client.enabled", 2)),
                        Map.entry("of a token", Line.of("token.reissued", 2)),
                        Map.entry("of a refusal", right.ending("refused")))
                .map(it -> Arguments.of(it.getKey(), it.getValue()));
    }

    @Test
    void aLineOfAnotherTransactionWillNotDo() throws SQLException {
        stands(Line.of("client.updated", 2).of(client));

        refused("update client set " + OTHER_PLACE + " where client_id = '" + client + "'");
    }

    // It could be taken back alone. The service uses no savepoints, nor does the driver of its own accord.
    @Test
    void aLineBehindASavepointWillNotDo() throws SQLException {
        refused(
                "update client set " + OTHER_PLACE + " where client_id = '" + client + "'",
                "savepoint s",
                Line.of("client.updated", 2).of(client),
                "release savepoint s");
    }

    @Test
    void aChangeWithItsLineStandsAndMakesAVersionWhereItBringsNone() throws SQLException {
        stands(
                Line.of("client.updated", 2).of(client),
                "update client set " + OTHER_PLACE + " where client_id = '" + client + "'");

        assertEquals(2, published().get(0).get("version"));
    }

    // As deploy/store/README.md has it.
    @Test
    void aRepairByHandBringsItsLine() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            String repair =
                    "update registrar.client set protected = true where client_id = '%s' returning client_id, version"
                            .formatted(client);
            assertEquals(
                    REFUSED,
                    assertThrows(SQLException.class, () -> Database.execute(owner, repair))
                            .getSQLState());
            Database.execute(owner, """
                    with changed as (%s)
                    insert into registrar.audit_event
                      (id, occurred_at, event, outcome, client_id, version, actor_kind, actor_subject)
                    select gen_random_uuid(), now(), 'client.updated', 'success', client_id, version, 'operator', 'me'
                    from changed
                    """.formatted(repair));
        }

        assertEquals(2, published().get(0).get("version"));
    }

    @Test
    void versionsCountByOne() throws SQLException {
        stands(
                "update client set version = 2147483647 where client_id = '" + client + "'",
                Line.of("client.updated", 2).of(client));
        stands(
                "update client set version = 1 where client_id = '" + client + "'",
                Line.of("client.updated", 3).of(client));

        assertEquals(3, published().get(0).get("version"));
    }

    @Test
    void aRenewalIsOnTheTrailAndMakesNoVersion() throws SQLException {
        String renewal =
                "update client set expires_at = now() + interval '1 day', updated_at = now() where client_id = '"
                        + client + "'";

        stands(renewal, Line.of("client.updated", 1).of(client));

        assertEquals(1, published().get(0).get("version"));
    }

    @Test
    void aSecretComesWithAnotherVersionOfItsClient() throws SQLException {
        String secret = "insert into client_secret (client, digest, created_at)"
                + " select id, sha256(client_id::bytea), now() from client where client_id = '" + client + "'";
        String renewal = "update client set expires_at = now() + interval '1 day' where client_id = '" + client + "'";

        refused(secret, Line.of("client.updated", 1).of(client));
        refused(secret, Line.of("client.updated", 2).of(client));
        refused(renewal, secret, Line.of("client.updated", 1).of(client));
        refused(renewal, Line.of("client.updated", 1).of(client), "set constraints all immediate", secret);
        refused(
                renewal,
                Line.of("client.updated", 1).of(client),
                "delete from client_secret s using client c where c.id = s.client and client_id = '" + client + "'");
        stands(
                "update client set version = version + 1 where client_id = '" + client + "'",
                secret,
                Line.of("client.updated", 2).of(client));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now()", "now() - interval '4 minutes'"})
    void aLivingClientIsNotCalledDeleted(String when) throws SQLException {
        refused(Line.of("client.deleted", 1).at(when).of(client));
        refused(Line.of("client.deleted", 1).at(when).ending("refused").of(client));

        assertEquals(List.of(), deletions());
    }

    @Test
    void aClientThatWasNeverThereIsNotCalledDeleted() throws SQLException {
        refused(Line.of("client.deleted", 1).of("nobody"));
    }

    @Test
    void aClientIsDeletedOnce() throws SQLException {
        String registered = client;
        stands(
                "delete from client where client_id = '" + registered + "'",
                Line.of("client.deleted", 1).of(registered));

        refused(Line.of("client.deleted", 1).of(registered));
    }

    // Readers would end the grants of a client that is there, and its owner and policy would be a thief's to choose.
    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read", "serializable"})
    void anIdentifierThatWasDeletedIsNobodysAgain(String isolation) throws SQLException {
        String again = "insert into client (client_id, metadata, owner_kind, trust_tier, created_at, updated_at)"
                + " values ('" + client + "', '{}', 'access_token', 'operator', now(), now())";
        String deletion = "delete from client where client_id = '" + client + "'";
        String line = Line.of("client.deleted", 1).of(client);
        refused(deletion, line, again, Line.of("client.registered", 1).of(client));

        try (Connection early = Database.asService()) {
            early.setAutoCommit(false);
            Database.execute(early, "set transaction isolation level " + isolation);
            Database.query(early, "select client_id from client limit 1");
            stands(deletion, line);
            Database.execute(early, Line.of("client.registered", 1).of(client));
            Database.execute(early, again);

            assertEquals(
                    REFUSED, assertThrows(SQLException.class, early::commit).getSQLState());
        }
    }

    @Test
    void readersAreToldByTheDeletionItself() throws SQLException {
        stands(
                "delete from client where client_id = '" + client + "'",
                Line.of("client.deleted", 1).at("now() - interval '4 minutes'").of(client));

        assertEquals(1, deletions().size());
    }

    @Test
    void aDeletionByTheServiceNamesTheVersion() throws SQLException {
        var registered = register(machineClient());
        delete(registered).then().statusCode(204);

        assertEquals(
                List.of(
                        Map.of("event", "client.registered", "version", 1),
                        Map.of("event", "client.deleted", "version", 1)),
                lines("select event, version", registered.path("client_id")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"now() - interval '6 minutes'", "now() + interval '6 minutes'", "'infinity'", "'-infinity'"})
    void timesAreThoseOfTheDatabaseGiveOrTakeFiveMinutes(String when) throws SQLException {
        refused(Line.of("request.refused", 1).at(when).of(client));
        refused(
                "update client set version = version + 1, updated_at = " + when + " where client_id = '" + client + "'",
                Line.of("client.updated", 2).of(client));
        refused(
                "insert into client (client_id, metadata, owner_kind, trust_tier, created_at, updated_at)"
                        + " values ('another', '{}', 'access_token', 'authenticated', " + when + ", now())",
                Line.of("client.registered", 1).of("another"));
        refused(
                "update client set version = version + 1 where client_id = '" + client + "'",
                Line.of("client.updated", 2).of(client),
                "insert into client_secret (client, digest, created_at)" + " select id, sha256('thief'), " + when
                        + " from client where client_id = '" + client + "'");
    }

    @Test
    void eightRegistrationsCanBeOneStatement() throws SQLException {
        List<String> ids = IntStream.range(0, 8).mapToObj(i -> client + i).toList();

        stands(inOneStatement(ids, ids.size()));

        assertEquals(1, lines("select event", ids.get(7)).size());
        refused(inOneStatement(ids.stream().map(it -> it + "x").toList(), ids.size() - 1));
    }

    private static String inOneStatement(List<String> ids, int lines) {
        return """
                with wanted as (select id, n from unnest(array['%s']) with ordinality as w(id, n)),
                line as (
                  insert into audit_event (id, occurred_at, event, outcome, client_id, version, actor_kind)
                  select gen_random_uuid(), now(), 'client.registered', 'success', id, 1, 'access_token'
                  from wanted where n <= %d),
                added as (
                  insert into client (client_id, metadata, owner_kind, trust_tier, created_at, updated_at)
                  select id, '{}', 'access_token', 'authenticated', now(), now() from wanted
                  returning id, client_id),
                token as (
                  insert into registration_access_token (client, digest, created_at)
                  select id, sha256(client_id::bytea), now() from added)
                insert into client_secret (client, digest, created_at)
                select id, sha256(client_id::bytea), now() from added
                """.formatted(String.join("','", ids), lines);
    }

    // While two releases run side by side.
    @Test
    void theVersionThatAnEarlierReleaseDoesNotNameIsFound() throws SQLException {
        stands(
                "update client set version = version + 1, " + OTHER_PLACE + " where client_id = '" + client + "'",
                Line.of("client.updated", null).of(client));
        stands(
                "delete from client where client_id = '" + client + "'",
                Line.of("client.deleted", null).of(client));

        assertEquals(
                List.of(2),
                lines("select version", client).stream()
                        .map(it -> it.get("version"))
                        .filter(it -> it != null && !it.equals(1))
                        .toList());
    }

    private List<Map<String, Object>> published() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.query(
                    owner,
                    "select c::text as row, version from identity.client c where client_id in ('" + client
                            + "', 'another')");
        }
    }

    private List<Map<String, Object>> deletions() throws SQLException {
        try (Connection reader = Database.asReader()) {
            return Database.query(
                    reader,
                    "select client_id from deleted_client where deleted_at > now() - interval '1 minute' and client_id = '"
                            + client + "'");
        }
    }

    private static List<Map<String, Object>> lines(String select, String clientId) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.query(
                    owner,
                    select + " from registrar.audit_event where client_id = '" + clientId
                            + "' order by occurred_at, version, event desc");
        }
    }

    private static void refused(String... statements) {
        SQLException refusal = assertThrows(SQLException.class, () -> stands(statements), () -> List.of(statements)
                .toString());
        assertEquals(REFUSED, refusal.getSQLState(), refusal.getMessage());
    }

    /** With the service's login, in one transaction. */
    private static void stands(String... statements) throws SQLException {
        try (Connection service = Database.asService()) {
            service.setAutoCommit(false);
            for (String statement : statements) {
                Database.execute(service, statement);
            }
            service.commit();
        }
    }

    /** A line of the trail as a thief would write it. */
    private record Line(String event, Integer version, String when, String outcome, String client) {

        static Line of(String event, Integer version) {
            return new Line(event, version, "now()", "success", null);
        }

        Line at(String moment) {
            return new Line(event, version, moment, outcome, client);
        }

        Line ending(String how) {
            return new Line(event, version, when, how, client);
        }

        Line toClient(String other) {
            return new Line(event, version, when, outcome, other);
        }

        String of(String clientId) {
            return """
                    insert into audit_event (id, occurred_at, event, outcome, client_id, version, actor_kind)
                    values (gen_random_uuid(), %s, '%s', '%s', '%s', %s, 'access_token')
                    """.formatted(when, event, outcome, client == null ? clientId : client, version);
        }
    }
}
