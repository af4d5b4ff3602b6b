package io.registrar.connection;

import static io.registrar.testing.Registrar.RESOURCE_METADATA;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.Http2Connection;
import io.registrar.testing.RawConnection;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What never becomes a request uses up what its source has, so that a flood of it does not go unnoticed. */
@QuarkusTest
@TestProfile(UnservedConnectionsTest.FewRequests.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class UnservedConnectionsTest {

    private static final int ALLOWED = 60;

    @TestHTTPResource("/")
    URI service;

    public static final class FewRequests implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registrar.limits.requests-per-source", String.valueOf(ALLOWED));
        }
    }

    @Test
    void connectionsAndStreamsWithoutARequestCount() throws Exception {
        for (int i = 0; i < ALLOWED / 3; i++) {
            RawConnection.to(service).close();
        }
        try (Http2Connection pathless = Http2Connection.to(service)) {
            for (int stream = 1; stream < 2 * ALLOWED; stream += 2) {
                pathless.send(
                        Http2Connection.HEADERS,
                        Http2Connection.END_HEADERS | Http2Connection.END_STREAM,
                        stream,
                        Http2Connection.block(":method", "CONNECT", ":authority", "localhost"));
            }
            pathless.flush();
            pathless.await(frame -> frame.type() == Http2Connection.RST_STREAM, Duration.ofSeconds(20));
        }
        for (int i = 0; i < 100; i++) {
            if (given().get(RESOURCE_METADATA).statusCode() == 429) {
                return;
            }
            Thread.sleep(5);
        }
        assertEquals(429, given().get(RESOURCE_METADATA).statusCode());
    }
}
