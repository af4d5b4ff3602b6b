package io.registrar.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Asks the server it is told to and nothing else. The name goes into SNI, the {@code Host} header and the check of the
 * certificate, whatever is connected to (reference F.1 steps 4 to 9).
 */
final class Connections {

    private static final String USER_AGENT = "Registrar";

    private final HttpClient client;
    private final ResponseCheck responses;
    private final FetchLimits limits;

    Connections(Vertx vertx, HttpClientOptions options, ResponseCheck responses, FetchLimits limits) {
        this.client = vertx.createHttpClient(options);
        this.responses = responses;
        this.limits = limits;
    }

    /**
     * How connections are made: with no client certificate, and through no proxy, because Vert.x takes one only if told
     * and reads neither the environment nor system properties.
     *
     * @param trust who may sign certificates; empty for those that the Java runtime trusts
     */
    static HttpClientOptions options(Optional<TrustOptions> trust, FetchLimits limits) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setMaxPoolSize(limits.inFlight())
                .setVerifyHost(true)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(limits.headerBytes())
                .setConnectTimeout((int) limits.connecting().toMillis());
        options.setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setSslHandshakeTimeout(limits.whole().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        trust.ifPresent(options::setTrustOptions);
        return options;
    }

    /**
     * The body of the answer.
     *
     * @param server what to connect to
     * @param admitted whether what was connected to may be spoken to
     */
    byte[] get(FetchRequest request, SocketAddress server, Predicate<SocketAddress> admitted, Deadline deadline) {
        Exchange exchange = new Exchange(admitted, responses);
        client.request(toServer(request, server)).onSuccess(exchange::connected).onFailure(exchange::fail);
        return deadline.await(exchange.body(), "the exchange");
    }

    private static RequestOptions toServer(FetchRequest request, SocketAddress server) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(server)
                .setHost(request.connectionHost())
                .setPort(request.port())
                .setSsl(request.isSecure())
                .setURI(request.target())
                .setFollowRedirects(false)
                .putHeader(
                        HttpHeaders.HOST,
                        request.origin().substring(request.origin().indexOf("//") + 2))
                .putHeader(HttpHeaders.ACCEPT, request.accept())
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity")
                .putHeader(HttpHeaders.USER_AGENT, USER_AGENT);
    }

    void close() {
        client.close();
    }
}
