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
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** No log line holds a token or a secret, even at DEBUG (metadata reference, I.1, J.2). */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class CredentialsInLogsTest {

    private final TestIssuer issuer = TestIssuer.ofThisTest();

    @Test
    void noLineHoldsACredential() {
        List<String> credentials = new ArrayList<>();

        String log = debugLogOf(() -> {
            Response registered = register(machineClient());
            read(registered).then().statusCode(200);
            credentials.add(registered.path("client_secret"));
            credentials.add(registered.path("registration_access_token"));
            for (String token : new String[] {
                issuer.registrationToken(),
                issuer.token().header("kid", "unknown").serialize(),
                issuer.token().claim("aud", "other").serialize(),
                issuer.token().claim("scope", "other").serialize(),
                issuer.token().serialize() + "x"
            }) {
                credentials.add(token);
                request(token).body(machineClient().members()).post(ENDPOINT);
            }
            credentials.add("query-token");
            request("x").queryParam("access_token", "query-token").post(ENDPOINT);
        });

        assertTrue(log.contains("insert into registrar.client"), "the log is not at DEBUG");
        List<String> leaked = credentials.stream()
                .map(credential -> credential.substring(credential.lastIndexOf('.') + 1))
                .filter(log::contains)
                .toList();
        assertEquals(List.of(), leaked);
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
