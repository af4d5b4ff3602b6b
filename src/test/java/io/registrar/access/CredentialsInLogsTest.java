package io.registrar.access;

import static io.registrar.testing.Registrar.ENDPOINT;
import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.read;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.registrar.testing.TestToken;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** No log line holds a token, a secret or the claims of a refused token, even at DEBUG (metadata reference, I.1, J.2). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class CredentialsInLogsTest {

    /** In the claims of tokens that are refused, and nowhere else. */
    private static final String CLAIM = "held-by-a-refused-token";

    private final TestIssuer issuer = TestIssuer.ofThisTest();

    @Test
    void noLineHoldsACredential() {
        List<String> credentials = new ArrayList<>();

        String log = debugLogOf(() -> {
            Response registered = register(machineClient());
            read(registered).then().statusCode(200);
            credentials.add(registered.path("client_secret"));
            credentials.add(registered.path("registration_access_token"));
            Response issued = request(issuer.token()
                            .claim("scope", "IdentityServer.Configuration.Operator")
                            .serialize())
                    .body("{}")
                    .post("/initial-access-tokens");
            credentials.add(issued.path("initial_access_token"));
            request(issued.path("initial_access_token"))
                    .body(machineClient().members())
                    .post(ENDPOINT);
            for (String token : new String[] {
                issuer.registrationToken(),
                refused().header("kid", "unknown").serialize(),
                refused().claim("aud", "other").serialize(),
                refused().claim("iss", "https://evil.example").serialize(),
                refused().claim("exp", 1).serialize(),
                refused().claim("scope", 5).serialize(),
                refused().serialize() + "x"
            }) {
                credentials.add(token);
                request(token).body(machineClient().members()).post(ENDPOINT);
            }
            credentials.add(CLAIM);
            credentials.add("query-token");
            request("x").queryParam("access_token", "query-token").post(ENDPOINT);
        });

        assertTrue(log.contains("insert into registrar.client"), "the log is not at DEBUG");
        List<String> leaked = credentials.stream()
                // Of a JWT payload and signature, each by itself: its header is the same in all of them.
                .flatMap(credential -> Stream.of(credential.split("\\.")).skip(credential.contains(".") ? 1 : 0))
                .filter(log::contains)
                .toList();
        assertEquals(List.of(), leaked);
    }

    private TestToken refused() {
        return issuer.token().claim("note", CLAIM);
    }

    private static String debugLogOf(Runnable work) {
        Formatter formatter = new PatternFormatter("%s%e");
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        // Without what the test's own HTTP client says.
        Handler collector = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (!entry.getLoggerName().startsWith("org.apache.http")) {
                    lines.add(formatter.format(entry));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        Handler[] usual = root.getHandlers();
        Level before = root.getLevel();
        for (Handler handler : usual) {
            root.removeHandler(handler);
        }
        root.addHandler(collector);
        root.setLevel(Level.FINE);
        try {
            work.run();
        } finally {
            root.setLevel(before);
            root.removeHandler(collector);
            for (Handler handler : usual) {
                root.addHandler(handler);
            }
        }
        return String.join("\n", lines);
    }
}
