package io.registrar.http;

import io.registrar.connection.Connection;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Requests that are answered before they have ended: what is left of their bodies is read over, within bounds. */
@ApplicationScoped
class UnfinishedRequests {

    /** A client that is sending its body has sent it by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Each holds the memory of its stream. */
    private static final int MOST_WAITED_FOR = 200;

    private static final long NO_ERROR = 0;
    private static final long REFUSED_STREAM = 7;

    private final Vertx vertx;
    private final Semaphore waiting = new Semaphore(MOST_WAITED_FOR);

    UnfinishedRequests(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Lets a body run out, because one left unread would hold up all other requests on the connection. A stream of
     * HTTP/2 whose client does not end it is reset (RFC 9113 section 8.1).
     */
    void end(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            endStream(context);
        } else {
            readOver(request);
        }
    }

    /**
     * Closes a connection of which nothing more is taken. A client that is still sending would lose the answer with it
     * (RFC 9112 section 9.6), so it is waited for a little.
     */
    void close(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            request.connection().close();
        } else {
            request.endHandler(ended -> request.connection().close());
            afterTheRest(request, () -> request.connection().close());
        }
    }

    /** Makes nothing of a request behind the last one; over HTTP/2 it may be sent again (RFC 9113 section 8.7). */
    void refuse(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.response().reset(REFUSED_STREAM);
        } else {
            context.request().connection().close();
        }
    }

    private void afterTheRest(HttpServerRequest request, Runnable then) {
        readOver(request);
        if (waiting.tryAcquire()) {
            vertx.setTimer(PATIENCE.toMillis(), passed -> {
                waiting.release();
                then.run();
            });
        } else {
            then.run();
        }
    }

    private static void readOver(HttpServerRequest request) {
        request.handler(null).resume();
    }

    private void endStream(RoutingContext context) {
        HttpServerRequest request = context.request();
        Connection connection = Connection.of(request.connection());
        connection.leaveUnfinished();
        afterTheRest(request, () -> {
            if (request.isEnded()) {
                connection.finish();
            } else {
                context.response().reset(NO_ERROR);
            }
        });
    }
}
