package io.registrar.access.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.registrar.access.AccessSettings;
import io.registrar.testing.LogLines;
import io.registrar.testing.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The start refuses two issuers of one name as they are configured; a name may be known later only. */
class TrustedIssuersTest {

    private static final String NAME = "https://id.example.com";

    @Test
    void ofTwoIssuersOfOneNameTheFurtherOneIsMeantAndALineSaysSo() {
        TrustedIssuers issuers = issuers(NAME);

        List<String> lines = LogLines.of(TrustedIssuers.class, () -> {
            for (int i = 0; i < 3; i++) {
                assertTrue(issuers.named(NAME).orElseThrow().tenant().isPresent(), "the issuer in quarkus.oidc");
            }
        });

        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("WARN The issuer in quarkus.oidc calls itself " + NAME), () -> lines.get(0));
    }

    @Test
    void issuersOfTwoNamesAreEachItself() {
        TrustedIssuers issuers = issuers("https://other.example.com");

        List<String> lines = LogLines.of(TrustedIssuers.class, () -> {
            assertTrue(issuers.named(NAME).orElseThrow().tenant().isPresent());
            assertTrue(issuers.named("https://other.example.com")
                    .orElseThrow()
                    .tenant()
                    .isEmpty());
            assertEquals(Optional.empty(), issuers.named("https://third.example.com"));
        });

        assertEquals(List.of(), lines);
    }

    /** @param own how the issuer in {@code quarkus.oidc} calls itself; its address is another */
    private static TrustedIssuers issuers(String own) {
        AccessSettings settings = Settings.of(
                AccessSettings.class,
                Map.of("registrar.access.audience", "config", "registrar.access.issuers.further.issuer", NAME));
        DefaultIssuer defaultIssuer =
                new DefaultIssuer(true, Optional.of("https://internal.example.com"), Optional.of(own), null);
        return new TrustedIssuers(settings, defaultIssuer, new IssuerKeys(), Clock.systemUTC());
    }
}
