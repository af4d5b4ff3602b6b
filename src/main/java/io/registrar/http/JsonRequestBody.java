package io.registrar.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads the body of a request whose credential was accepted. It is read on the event loop, so that a slow sender holds
 * no worker thread; it is counted here, because the server's own limit answers before the credential is looked at.
 */
@ApplicationScoped
public class JsonRequestBody {

    private final ServiceSettings settings;
    private final Vertx vertx;

    JsonRequestBody(ServiceSettings settings, Vertx vertx) {
        this.settings = settings;
        this.vertx = vertx;
    }

    /**
     * The body's bytes, as sent. Fails with a {@link RequestRefusedException}: 415 for other content than
     * {@code application/json} in UTF-8, 413 for more than the configured size, 408 for a sender that takes too long.
     */
    public Uni<byte[]> read(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!JsonContent.isAnnouncedBy(request.headers())) {
            return Uni.createFrom()
                    .failure(new RequestRefusedException(
                            415, "Send the client metadata as application/json in UTF-8, without content encoding"));
        }
        return receive(context);
    }

    /** For a request that has none: fails with a {@link RequestRefusedException} when there is one. */
    public Uni<Void> requireNone(RoutingContext context) {
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
