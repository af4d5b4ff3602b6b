package io.registrar.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.bucket4j.TimeMeter;
import io.registrar.credential.Caller;
import io.registrar.credential.CredentialKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FetchAllowanceTest {

    private static final String ISSUER = "https://id.example.com";
    private static final Optional<Duration> NOW = Optional.empty();

    private final AtomicLong time = new AtomicLong();
    private final FetchAllowance allowance = new FetchAllowance(10, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return time.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    private static Caller pipeline(String issuer, String subject, String tokenId) {
        return new Caller(
                CredentialKind.ACCESS_TOKEN,
                Optional.of(issuer),
                Optional.ofNullable(subject),
                Optional.of("portal"),
                Optional.of(tokenId),
                Optional.of("default"));
    }

    private static Caller client(String clientId) {
        return Caller.client(Optional.of(clientId), Optional.empty());
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    @Test
    void whatIsUsedUpGrowsBackOneByOne() {
        Caller caller = pipeline(ISSUER, "ci", "1");
        assertEquals(NOW, allowance.take(caller, 10));
        assertEquals(Optional.of(Duration.ofSeconds(6)), allowance.take(caller, 1));
        pass(Duration.ofSeconds(6));
        assertEquals(NOW, allowance.take(caller, 1));
        assertEquals(Optional.of(Duration.ofSeconds(6)), allowance.take(caller, 1));
        pass(Duration.ofMinutes(5));
        assertEquals(NOW, allowance.take(caller, 10));
        assertEquals(Optional.of(Duration.ofSeconds(6)), allowance.take(caller, 1));
    }

    @Test
    void whatIsNotEnoughIsNotTaken() {
        Caller caller = pipeline(ISSUER, "ci", "1");
        assertEquals(NOW, allowance.take(caller, 9));
        assertEquals(Optional.of(Duration.ofSeconds(6)), allowance.take(caller, 2));
        assertEquals(NOW, allowance.take(caller, 1));
    }

    @Test
    void anotherTokenIsTheSameCaller() {
        allowance.take(pipeline(ISSUER, "ci", "1"), 10);
        assertEquals(Optional.of(Duration.ofSeconds(6)), allowance.take(pipeline(ISSUER, "ci", "2"), 1));
    }

    @Test
    void callersDoNotUseUpWhatOthersHave() {
        allowance.take(pipeline(ISSUER, "ci", "1"), 10);
        assertEquals(NOW, allowance.take(pipeline(ISSUER, "other", "1"), 10));
        assertEquals(NOW, allowance.take(pipeline("https://other.example.com", "ci", "1"), 10));
        assertEquals(NOW, allowance.take(pipeline(ISSUER, null, "1"), 10));
        assertEquals(NOW, allowance.take(client("ci"), 10));
        assertEquals(NOW, allowance.take(client("portal"), 10));
    }
}
