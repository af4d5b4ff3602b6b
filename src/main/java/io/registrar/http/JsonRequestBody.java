package io.registrar.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the body of a request whose credential was accepted. It is read on the event loop, so that a slow sender holds
 * no worker thread; it is counted here, because the server's own limit answers before the credential is looked at.
 */
@ApplicationScoped
public class JsonRequestBody {

    private final ServiceSettings settings;
    private final Vertx vertx;
    private final HeldRefusals refusals;

    JsonRequestBody(ServiceSettings settings, Vertx vertx, HeldRefusals refusals) {
        this.settings = settings;
        this.vertx = vertx;
        this.refusals = refusals;
    }

    /**
     * The body's bytes, as sent. Fails with a {@link RequestRefusedException}: 415 for other content than
     * {@code application/json} in UTF-8, 413 for more than the configured size, 408 for a sender that takes too long.
     */
    private Uni<byte[]> read(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!JsonContent.isAnnouncedBy(request.headers())) {
            return Uni.createFrom()
                    .failure(new RequestRefusedException(
                            415, "Send the client metadata as application/json in UTF-8, without content encoding"));
        }
        return receive(context);
    }

    /** Reads the body as {@link #read} does, and works on it where blocking is allowed; may throw held refusals. */
    public <T> Uni<T> readThen(RoutingContext context, Function<byte[], T> work) {
        return refusals.inTime(offTheEventLoop(read(context), work));
    }

    /** Makes sure of no body as {@link #requireNone} does, and works where blocking is allowed. */
    public <T> Uni<T> withoutBody(RoutingContext context, Supplier<T> work) {
        return offTheEventLoop(requireNone(context), none -> work.get());
    }

    private static <B, T> Uni<T> offTheEventLoop(Uni<B> received, Function<B, T> work) {
        return received.flatMap(body ->
                Uni.createFrom().item(() -> work.apply(body)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    /** For a request that has none: fails with a {@link RequestRefusedException} when there is one. */
    private Uni<Void> requireNone(RoutingContext context) {
        return receive(context)
                .invoke(body -> {
                    if (body.length > 0) {
                        throw RequestRefusedException.badRequest("This request takes no body; send none");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<byte[]> receive(RoutingContext context) {
        return Uni.createFrom().emitter(emitter -> new BodyReception(context, settings, vertx, emitter).start());
    }
}
