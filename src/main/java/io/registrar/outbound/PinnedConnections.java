package io.registrar.outbound;

import io.registrar.metadata.uri.Host;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Asks an address and nothing else: no name is looked up here. The name goes into SNI, the {@code Host} header and the
 * check of the certificate (reference F.1 steps 4 to 7).
 */
final class PinnedConnections {

    private static final String USER_AGENT = "Registrar";

    private final HttpClient client;
    private final FetchLimits limits;

    /**
     * Connections of one deployment.
     *
     * @param trust who may sign certificates; empty for those that the Java runtime trusts
     */
    PinnedConnections(Vertx vertx, Optional<TrustOptions> trust, FetchLimits limits) {
        this.client = vertx.createHttpClient(options(trust, limits));
        this.limits = limits;
    }

    // Vert.x reads no proxy from the environment or from system properties; it takes one only if told here.
    private static HttpClientOptions options(Optional<TrustOptions> trust, FetchLimits limits) {
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

    /** The body of the answer. */
    byte[] get(FetchRequest request, InetAddress address, Deadline deadline) {
        Exchange exchange =
                new Exchange(remote -> address.getHostAddress().equals(remote.hostAddress()), limits.bodyBytes());
        client.request(toAddress(request, address))
                .onSuccess(exchange::connected)
                .onFailure(exchange::fail);
        return deadline.await(exchange.body(), "the exchange");
    }

    private static RequestOptions toAddress(FetchRequest request, InetAddress address) {
        String host =
                request.host() instanceof Host.IpLiteral ip ? ip.address().toCanonicalString() : request.hostText();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(request.port(), address.getHostAddress()))
                .setHost(host)
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
