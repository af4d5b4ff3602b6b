package io.registrar.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.outbound.ConnectProxy.Manner;
import io.registrar.testing.SecureServer;
import io.registrar.testing.Settings;
import io.registrar.testing.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients name, fetched through a real proxy. */
class ProxiedFetchTest {

    /** Has no address: whoever looked it up could not go on. */
    private static final String HOST = "sector.example.com";

    private static Vertx vertx;
    private static TestCertificate certificate;
    private static TestCertificate otherCertificate;

    private final AtomicInteger lookUps = new AtomicInteger();
    private SecureServer server;
    private ConnectProxy proxy;
    private GuardedClient client;

    @BeforeAll
    static void prepare() {
        vertx = Vertx.vertx();
        certificate = TestCertificate.of(HOST, "below.denied.example.com");
        otherCertificate = TestCertificate.of("other.example.com");
    }

    @AfterAll
    static void end() {
        vertx.close();
    }

    @BeforeEach
    void start() {
        serve(certificate);
    }

    @AfterEach
    void stop() {
        client.close();
        proxy.close();
        server.close();
    }

    private void serve(TestCertificate shown) {
        server = SecureServer.start(shown);
        server.answerJson("/", "[]");
        proxy = ConnectProxy.to(vertx, server.port());
        client = client(Map.of());
    }

    private GuardedClient client(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "registrar.outbound.proxy",
                "http://127.0.0.1:" + proxy.port(),
                "registrar.outbound.denied-names",
                "*.denied.example.com"));
        settings.putAll(more);
        OutboundPolicy policy = Settings.of(OutboundPolicy.class, settings, FetchSettings.class);
        FetchLimits standard = FetchLimits.STANDARD;
        FetchLimits limits = new FetchLimits(
                Duration.ofSeconds(3),
                standard.resolving(),
                Duration.ofSeconds(10),
                1000,
                standard.headerBytes(),
                standard.inFlight(),
                standard.inFlightPerHost(),
                Duration.ZERO);
        Destinations destinations = new Destinations(
                name -> {
                    lookUps.incrementAndGet();
                    return List.of(InetAddress.getLoopbackAddress());
                },
                Runnable::run,
                new AddressCheck(policy, Set::of),
                limits);
        Routes routes = new Routes(vertx, destinations, limits);
        return new GuardedClient(
                policy,
                limits,
                routes.toStrangers(
                        Optional.of(certificate.trust()),
                        Settings.of(FetchSettings.class, settings, OutboundPolicy.class)),
                routes.toConfigured(Optional.of(certificate.trust())),
                new Flights(limits.failuresKept(), Ticker.systemTicker()));
    }

    @Test
    void whereTheProxyReadsIsNotKnownHere() {
        assertFalse(client.readsInPublic(FetchRequest.ofClient("https://" + HOST + "/")));
    }

    private String failure(String uri) {
        return assertThrows(FetchException.class, () -> client.json(FetchRequest.ofClient(uri)))
                .getMessage();
    }

    @Test
    void theProxyIsGivenTheNameAndNobodyElseIs() {
        assertTrue(client.json(FetchRequest.ofClient("https://" + HOST + "/")).isArray());

        assertEquals(
                List.of(new ConnectProxy.Asked(HttpMethod.CONNECT, HOST + ":443", Optional.empty())), proxy.asked());
        assertEquals(0, lookUps.get());
        assertEquals(HOST, server.received().get(0).headers().getFirst("Host"));
        assertFalse(server.received().get(0).headers().containsKey("Proxy-authorization"));
    }

    @Test
    void theProxyIsGivenItsCredentials() {
        client = client(Map.of(
                "registrar.outbound.proxy-username",
                "registrar",
                "registrar.outbound.proxy-password",
                "correct horse"));
        assertTrue(client.json(FetchRequest.ofClient("https://" + HOST + "/")).isArray());

        String expected =
                Base64.getEncoder().encodeToString("registrar:correct horse".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                Optional.of("Basic " + expected).map(String::toLowerCase),
                proxy.asked().get(0).authorization().map(String::toLowerCase));
        assertFalse(server.received().get(0).headers().containsKey("Proxy-authorization"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://localhost/",
                "https://intranet/",
                "https://metadata.google.internal/",
                "https://below.denied.example.com/",
                "https://sector.example.com:22/",
                "http://sector.example.com/"
            })
    void whatTheUriItselfSaysIsCheckedBeforeTheProxyHearsOfIt(String uri) {
        failure(uri);
        assertEquals(List.of(), proxy.asked());
    }

    @Test
    void anAddressOfThisMachineIsNotAskedForThoughItIsPublic() {
        OutboundPolicy policy = Settings.of(OutboundPolicy.class, Map.of());
        InetAddress own =
                new inet.ipaddr.IPAddressString("2606:4700::1").getAddress().toInetAddress();
        Destinations destinations = new Destinations(
                name -> List.of(), Runnable::run, new AddressCheck(policy, () -> Set.of(own)), FetchLimits.STANDARD);
        Connections connections = new Connections(
                vertx,
                Connections.options(Optional.empty(), FetchLimits.STANDARD)
                        .setProxyOptions(new FetchProxy("127.0.0.1", proxy.port(), Optional.empty())
                                .options(Duration.ofSeconds(2))),
                new ResponseCheck(1000, false),
                FetchLimits.STANDARD);
        Route route = new Route.Proxied(destinations, connections);
        FetchRequest request = FetchRequest.ofClient("https://[2606:4700::1]/");
        assertThrows(FetchException.class, () -> route.get(request, Deadline.after(Duration.ofSeconds(3))));
        assertEquals(List.of(), proxy.asked());
        route.close();
    }

    @Test
    void theCertificateIsHeldToTheNameThoughAProxyLeadsThere() {
        stop();
        serve(otherCertificate);
        failure("https://" + HOST + "/");
        assertEquals(1, proxy.asked().size());
        assertTrue(server.received().isEmpty());
    }

    @Test
    void aProxyThatRefusesIsAFailureLikeAnyOther() {
        proxy.manner(Manner.REFUSES);
        failure("https://" + HOST + "/");
        assertEquals(1, proxy.asked().size());
        assertTrue(server.received().isEmpty());
    }

    @Test
    void aProxyThatHangsIsCutByTheDeadline() {
        proxy.manner(Manner.HANGS);
        long begin = System.nanoTime();
        assertEquals("the exchange took too long", failure("https://" + HOST + "/"));
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(8).toNanos());
        assertEquals(1, proxy.asked().size());
    }

    @Test
    void whatTheOperatorNamedDoesNotGoThroughTheProxy() {
        assertTrue(client.json(FetchRequest.ofOperator("https://" + HOST + ":" + server.port() + "/"))
                .isArray());
        assertEquals(List.of(), proxy.asked());
        assertEquals(1, lookUps.get());
    }

    @ParameterizedTest
    @CsvSource({
        "https://proxy.example.com:3128,,",
        "socks5://proxy.example.com:3128,,",
        "http://proxy.example.com,,",
        "http://me:secret@proxy.example.com:3128,,",
        "http://proxy.example.com:3128/path,,",
        "http://proxy.example.com:3128?a=b,,",
        "http://proxy.example.com:70000,,",
        "proxy.example.com:3128,,",
        "http://proxy.example.com:3128, me,",
        "http://proxy.example.com:3128,, secret",
        ", me, secret"
    })
    void settingsThatMakeNoProxyStopTheStart(String uri, String username, String password) {
        Map<String, String> settings = new HashMap<>();
        settings.put("registrar.outbound.proxy", uri);
        settings.put("registrar.outbound.proxy-username", username);
        settings.put("registrar.outbound.proxy-password", password);
        settings.values().removeIf(value -> value == null);
        FetchSettings read = Settings.of(FetchSettings.class, settings);
        String message = assertThrows(ConfigurationException.class, () -> FetchProxy.of(read))
                .getMessage();
        assertTrue(message.contains("registrar.outbound.proxy"), message);
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void noSettingMeansNoProxy() {
        assertEquals(Optional.empty(), FetchProxy.of(Settings.of(FetchSettings.class, Map.of())));
    }
}
