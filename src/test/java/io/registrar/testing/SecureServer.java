package io.registrar.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** An https server on 127.0.0.1 whose answers a test decides. */
public final class SecureServer implements AutoCloseable {

    /**
     * A request as it came.
     *
     * @param certified whether the client showed a certificate; it is asked for one, and need not have one
     */
    public record Received(String method, String target, Headers headers, boolean certified) {}

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private SecureServer(HttpsServer server) {
        this.server = server;
    }

    public static SecureServer start(TestCertificate certificate) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters asking = getSSLContext().getDefaultSSLParameters();
                    asking.setWantClientAuth(true);
                    parameters.setSSLParameters(asking);
                }
            });
            SecureServer started = new SecureServer(server);
            server.setExecutor(started.threads);
            server.createContext("/", started::handle);
            server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        received.add(new Received(
                exchange.getRequestMethod(), target, exchange.getRequestHeaders(), isCertified((HttpsExchange)
                        exchange)));
        answers.getOrDefault(target, unknown -> unknown.sendResponseHeaders(404, -1))
                .handle(exchange);
        exchange.close();
    }

    private static boolean isCertified(HttpsExchange exchange) {
        try {
            return exchange.getSSLSession().getPeerCertificates().length > 0;
        } catch (SSLPeerUnverifiedException none) {
            return false;
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What came, in order. */
    public List<Received> received() {
        return received;
    }

    public void answer(String target, HttpHandler answer) {
        answers.put(target, answer);
    }

    /** A good answer. */
    public void answerJson(String target, String json) {
        answer(target, 200, "application/json", json);
    }

    public void answer(String target, int status, String type, String body) {
        answer(target, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (!type.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", type);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
