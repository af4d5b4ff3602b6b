package io.registrar.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy on 127.0.0.1 that leads every CONNECT to one port of this machine, or nowhere. */
final class ConnectProxy implements AutoCloseable {

    /** What it is asked for. */
    record Asked(HttpMethod method, String target, Optional<String> authorization) {}

    /** What it does with that. */
    enum Manner {
        CONNECTS,
        REFUSES,
        HANGS
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final NetClient onward;
    private final HttpServer server;
    private final int destination;
    private volatile Manner manner = Manner.CONNECTS;

    private ConnectProxy(Vertx vertx, int destination) {
        this.destination = destination;
        this.onward = vertx.createNetClient();
        this.server = vertx.createHttpServer().requestHandler(this::handle);
    }

    static ConnectProxy to(Vertx vertx, int destination) {
        ConnectProxy proxy = new ConnectProxy(vertx, destination);
        proxy.server
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return proxy;
    }

    void manner(Manner next) {
        manner = next;
    }

    int port() {
        return server.actualPort();
    }

    List<Asked> asked() {
        return asked;
    }

    private void handle(HttpServerRequest request) {
        asked.add(new Asked(
                request.method(), request.uri(), Optional.ofNullable(request.getHeader("Proxy-Authorization"))));
        switch (manner) {
            case CONNECTS -> connect(request);
            case REFUSES -> request.response().setStatusCode(403).end();
            case HANGS -> request.pause();
        }
    }

    private void connect(HttpServerRequest request) {
        request.pause();
        onward.connect(destination, "127.0.0.1")
                .onSuccess(there -> request.toNetSocket().onSuccess(here -> {
                    join(here, there);
                    join(there, here);
                }));
    }

    private static void join(NetSocket from, NetSocket to) {
        from.handler(to::write).closeHandler(closed -> to.close());
    }

    @Override
    public void close() {
        server.close();
        onward.close();
    }
}
