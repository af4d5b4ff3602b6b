package io.registrar.access.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource({
        "octo-org/app, octo-org/app, true",
        "octo-org/app, octo-org/app2, false",
        "octo-org/app, my-octo-org/app, false",
        "octo-org/app, OCTO-ORG/app, false",
        "octo-org/*, octo-org/app, true",
        "octo-org/*, octo-org/, true",
        "octo-org/*, octo-org, false",
        "octo-org/*, octo-org/app/sub, false",
        "octo-org/*, octo-org-evil/app, false",
        "octo-*, octo-org/app, false",
        "octo-*/app, octo-org/app, true",
        "*, production, true",
        "*, '', true",
        "*, a/b, false",
        "*, a:b, false",
        "**, a/b:c, true",
        "**, '', true",
        "octo-org/*, 'octo-org/app\n', false",
        "**, 'refs/heads/main\t', false",
        "repo:octo-org/*:ref:**, repo:octo-org/app:ref:refs/heads/main, true",
        "repo:octo-org/*:ref:**, repo:octo-org/app:x:ref:refs/heads/main, false",
        "repo:octo-org/*:environment:production, repo:octo-org/a:ref:environment:production, false",
        "refs/heads/release/**, refs/heads/release/1/2, true",
        "refs/heads/release/**, refs/heads/release, false",
        "system:serviceaccount:team-*:ci, system:serviceaccount:team-a:ci, true",
        "system:serviceaccount:team-*:ci, system:serviceaccount:team-a:b:ci, false",
        "a*b*c, axxbyybzzc, true",
        "a*b*c, axxbyybzz, false",
        "***, a/b, true",
        "a.c, abc, false",
        "[ab], a, false",
        "a?, ab, false"
    })
    void aStarStaysWithinItsSegmentAndTwoDoNot(String pattern, String value, boolean matches) {
        assertEquals(matches, new Glob(pattern).matches(value));
    }

    @Test
    void noValueTakesLong() {
        Glob greedy = new Glob("*a".repeat(50));

        assertTimeout(Duration.ofSeconds(2), () -> assertFalse(greedy.matches("a".repeat(12_000) + "b")));
    }
}
