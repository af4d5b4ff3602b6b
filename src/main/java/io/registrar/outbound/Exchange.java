package io.registrar.outbound;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** One request on one connection, which is closed when there is a result, be it a failure from outside. */
final class Exchange {

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final Buffer received = Buffer.buffer();
    private final Predicate<SocketAddress> admitted;
    private final ResponseCheck responses;

    Exchange(Predicate<SocketAddress> admitted, ResponseCheck responses) {
        this.admitted = admitted;
        this.responses = responses;
    }

    /** The body of a good answer; whoever completes it otherwise ends the exchange. */
    CompletableFuture<byte[]> body() {
        return body;
    }

    void connected(HttpClientRequest request) {
        request.exceptionHandler(this::fail);
        request.connection().exceptionHandler(this::fail);
        body.whenComplete((bytes, failure) -> request.connection().close());
        if (!admitted.test(request.connection().remoteAddress())) {
            fail("the connection leads elsewhere");
        }
        if (!body.isDone()) {
            request.send().onSuccess(this::answered).onFailure(this::fail);
        }
    }

    private void answered(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        responses.problem(response.statusCode(), response.headers()).ifPresent(this::fail);
        if (body.isDone()) {
            return;
        }
        response.endHandler(end -> body.complete(received.getBytes()));
        response.handler(this::take);
    }

    private void take(Buffer part) {
        if (received.length() + part.length() > responses.mostBytes()) {
            fail("the body has more than " + responses.mostBytes() + " bytes");
        }
        if (!body.isDone()) {
            received.appendBuffer(part);
        }
    }

    private void fail(String why) {
        body.completeExceptionally(new FetchException(why));
    }

    void fail(Throwable failure) {
        fail(failure.toString());
    }
}
