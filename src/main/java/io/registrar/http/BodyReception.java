package io.registrar.http;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** One body on its way in, bounded in size and in time. Everything here happens on the request's event loop. */
final class BodyReception {

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final ServiceSettings settings;
    private final Vertx vertx;
    private final UniEmitter<? super byte[]> emitter;
    private final Buffer received = Buffer.buffer();
    private long deadline;
    private boolean settled;

    BodyReception(RoutingContext context, ServiceSettings settings, Vertx vertx, UniEmitter<? super byte[]> emitter) {
        this.context = context;
        this.request = context.request();
        this.settings = settings;
        this.vertx = vertx;
        this.emitter = emitter;
    }

    void start() {
        if (request.isEnded()) {
            emitter.complete(new byte[0]);
            return;
        }
        // A connection that goes away ends the reading, too; nobody waits for a refusal then.
        emitter.onTermination(this::settle);
        deadline = vertx.setTimer(
                settings.bodyTimeout().toMillis(), passed -> refuse(408, "The request body took too long to arrive"));
        if (announcedLength(request) > settings.maxBodySize()) {
            refuseAsTooLarge();
            return;
        }
        request.handler(this::take);
        request.endHandler(end -> complete());
        request.exceptionHandler(gone -> refuse(400, "The request body ended early"));
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            context.response().writeContinue();
        }
        request.resume();
    }

    private void take(Buffer chunk) {
        if (settled) {
            return;
        }
        if (received.length() + chunk.length() > settings.maxBodySize()) {
            refuseAsTooLarge();
        } else {
            received.appendBuffer(chunk);
        }
    }

    private void complete() {
        if (settle()) {
            emitter.complete(received.getBytes());
        }
    }

    private void refuseAsTooLarge() {
        refuse(413, "The request body is larger than " + settings.maxBodySize() + " bytes");
    }

    private void refuse(int status, String description) {
        if (settle()) {
            // What is left of the body is not worth reading.
            RequestGuard.closeAfterAnswer(context);
            emitter.fail(new RequestRefusedException(status, description));
        }
    }

    private boolean settle() {
        vertx.cancelTimer(deadline);
        boolean first = !settled;
        settled = true;
        return first;
    }

    static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
