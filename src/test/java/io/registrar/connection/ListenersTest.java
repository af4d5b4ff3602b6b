package io.registrar.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.vertx.http.HttpServerStart;
import io.registrar.testing.RawConnection;
import io.registrar.testing.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenersTest {

    @Test
    void aConnectionFromBeforeThePortWasGuardedIsEnded() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(request -> request.response().end())
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            try (RawConnection early = RawConnection.to(URI.create("http://127.0.0.1:" + server.actualPort()))) {
                early.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertEquals(200, early.status());

                new Listeners(vertx, Settings.of(ConnectionSettings.class, Map.of()), null, null, false)
                        .guard(new HttpServerStart(new HttpServerOptions()));

                assertTrue(early.isClosedByPeer());
            }
        } finally {
            vertx.close();
        }
    }
}
