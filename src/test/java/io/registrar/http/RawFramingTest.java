package io.registrar.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.registrar.http.RawFraming.Case;
import io.registrar.http.RawFraming.Wanted;
import io.registrar.testing.Database;
import io.registrar.testing.RawConnection;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a request ends is nobody's choice (RFC 9112): what is refused or closed for its framing has no effect, nor has
 * anything behind it on its connection.
 */
@QuarkusTest
@TestProfile(RequestFramingTest.Impatient.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class RawFramingTest {

    private static final Set<String> MUST_NOT_BE = new HashSet<>();

    @TestHTTPResource("/")
    URI service;

    private final String token = TestIssuer.ofThisTest().registrationToken();
    private final String number = "%08x".formatted(new SecureRandom().nextInt());
    private final String first = "FIRST-" + number;
    private final String next = "NEXT--" + number;

    /** @param statuses of all answers, without interim ones */
    private record Outcome(List<Integer> statuses, boolean first, boolean next) {

        int status() {
            return statuses.isEmpty() ? -1 : statuses.get(0);
        }

        boolean isRefused() {
            return status() >= 400 && status() < 500 || status() == 501 || status() == 505;
        }

        boolean isAllThereIs() {
            return statuses.size() <= 1 && !next;
        }

        boolean saysWhatItDid() {
            return statuses.stream().filter(status -> status == 201).count() == (first ? 1 : 0) + (next ? 1 : 0);
        }

        boolean is(Wanted wanted) {
            return saysWhatItDid()
                    && switch (wanted) {
                        case CUT -> isRefused() && isAllThereIs();
                        case DROPPED -> (isRefused() || statuses.isEmpty()) && isAllThereIs();
                        case LAST -> (isRefused() || first) && isAllThereIs();
                        case TAKEN -> status() == 201 && first;
                        case REFUSED -> isRefused() && !first;
                    };
        }
    }

    static Stream<Case> cases() {
        return RawFraming.cases().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noRequestEndsWhereTwoParsersDisagree(Case that) throws Exception {
        Outcome outcome = outcome(that.request() + RawFraming.FOLLOWING);

        assertTrue(outcome.is(that.wanted()), () -> that + ": wanted " + that.wanted() + ", was " + outcome);
    }

    /** Nothing is upgraded, so the request that follows is one like others. */
    @Test
    void whoWantsAnUpgradeIsAnsweredInTheSameProtocol() throws Exception {
        for (String credential : List.of(RawFraming.TOKEN, "a.b.c")) {
            Outcome outcome =
                    outcome(RawFraming.upgrading().replace(RawFraming.TOKEN, credential) + RawFraming.FOLLOWING);

            assertTrue(outcome.next(), outcome::toString);
            assertFalse(outcome.statuses().contains(101), outcome::toString);
        }
    }

    /** What ran behind a closed connection may have come late. */
    @AfterAll
    static void andNothingHadAnEffectLater() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            for (String name : MUST_NOT_BE) {
                assertFalse(isRegistered(owner, name), name);
            }
        }
    }

    private Outcome outcome(String request) throws IOException, SQLException {
        List<Integer> statuses = new ArrayList<>();
        try (RawConnection connection = RawConnection.to(service)) {
            connection.sendAll(request.replace(RawFraming.TOKEN, token)
                    .replace(RawFraming.FIRST, first)
                    .replace(RawFraming.NEXT, next));
            statuses.addAll(connection.statusesUntilClosed());
        }
        // What was begun before has a good chance to be done after this.
        try (RawConnection connection = RawConnection.to(service)) {
            connection.send(RawFraming.FOLLOWING.replace(RawFraming.TOKEN, token));
            assertEquals(201, connection.status());
        }
        try (Connection owner = Database.asOwner()) {
            Outcome outcome = new Outcome(statuses, isRegistered(owner, first), isRegistered(owner, next));
            if (!outcome.first()) {
                MUST_NOT_BE.add(first);
            }
            if (!outcome.next()) {
                MUST_NOT_BE.add(next);
            }
            return outcome;
        }
    }

    private static boolean isRegistered(Connection owner, String name) throws SQLException {
        return !Database.query(owner, "select 1 from registrar.client where metadata->>'client_name' = '" + name + "'")
                .isEmpty();
    }
}
