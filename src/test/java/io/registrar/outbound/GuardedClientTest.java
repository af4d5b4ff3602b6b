package io.registrar.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Ticker;
import com.sun.net.httpserver.Headers;
import io.registrar.metadata.OutboundPolicy;
import io.registrar.testing.SecureServer;
import io.registrar.testing.Settings;
import io.registrar.testing.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the one outbound client does, against a real https server; what names resolve to is the test's decision. */
class GuardedClientTest {

    private static final String HOST = "sector.example.com";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_BYTES = 1000;
    private static final FetchLimits STANDARD = limits(Duration.ofSeconds(20));

    private static Vertx vertx;
    private static TestCertificate certificate;
    private static TestCertificate otherCertificate;

    private final AtomicInteger lookUps = new AtomicInteger();
    private final Executor lookUpThreads = GuardedClientProducer.lookUps(STANDARD);
    private final AtomicLong time = new AtomicLong();
    private final List<GuardedClient> clients = new ArrayList<>();
    private volatile AddressResolver resolver = name -> addresses(LOOPBACK);
    private SecureServer server;

    @BeforeAll
    static void prepare() {
        vertx = Vertx.vertx();
        certificate = TestCertificate.of(HOST);
        otherCertificate = TestCertificate.of("other.example.com");
    }

    @AfterAll
    static void end() {
        vertx.close();
    }

    @BeforeEach
    void start() {
        server = SecureServer.start(certificate);
    }

    @AfterEach
    void stop() {
        clients.forEach(GuardedClient::close);
        server.close();
    }

    private static FetchLimits limits(Duration whole) {
        FetchLimits standard = FetchLimits.STANDARD;
        return new FetchLimits(
                whole,
                standard.resolving(),
                standard.connecting(),
                MOST_BYTES,
                standard.headerBytes(),
                standard.inFlight(),
                standard.inFlightPerHost(),
                standard.failuresKept());
    }

    private static List<InetAddress> addresses(String... literals) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String literal : literals) {
            addresses.add(InetAddress.getByName(literal));
        }
        return addresses;
    }

    private List<InetAddress> resolve(String name) throws UnknownHostException {
        lookUps.incrementAndGet();
        return resolver.resolve(name);
    }

    private GuardedClient client(FetchLimits limits, TrustOptions trust, Map<String, String> settings) {
        OutboundPolicy policy = Settings.of(OutboundPolicy.class, settings, FetchSettings.class);
        Destinations destinations = new Destinations(
                this::resolve, lookUpThreads, new AddressCheck(policy, ThisMachine::addresses), limits);
        Routes routes = new Routes(vertx, destinations, limits);
        GuardedClient client = new GuardedClient(
                policy,
                limits,
                routes.toStrangers(
                        Optional.of(trust), Settings.of(FetchSettings.class, settings, OutboundPolicy.class)),
                routes.toConfigured(Optional.of(otherCertificate.trust())),
                new Flights(limits.failuresKept(), (Ticker) time::get));
        clients.add(client);
        return client;
    }

    private Map<String, String> allowing(String host, String network) {
        return Map.of(
                "registrar.outbound.allowed-ports",
                "443," + server.port(),
                "registrar.outbound.allowed-fetch-networks.\"" + host + "\"",
                network);
    }

    private GuardedClient client() {
        return client(STANDARD, certificate.trust(), allowing(HOST, LOOPBACK + "/32"));
    }

    private FetchRequest at(String target) {
        return FetchRequest.ofClient("https://" + HOST + ":" + server.port() + target);
    }

    private static String failure(GuardedClient client, FetchRequest request) {
        return assertThrows(FetchException.class, () -> client.json(request)).getMessage();
    }

    @Test
    void aDocumentIsAskedForUnderItsNameWithNothingThatTellsOnUs() {
        server.answerJson("/a?b=c", "[\"https://app.example.com/cb\"]");

        assertEquals(
                "https://app.example.com/cb", client().json(at("/a?b=c")).get(0).textValue());

        SecureServer.Received request = server.received().get(0);
        assertEquals("GET", request.method());
        Headers headers = request.headers();
        assertEquals(HOST + ":" + server.port(), headers.getFirst("Host"));
        assertEquals("application/json", headers.getFirst("Accept"));
        assertEquals("identity", headers.getFirst("Accept-Encoding"));
        assertEquals(
                Set.of("Host", "Accept", "Accept-encoding", "User-agent", "Connection"), Set.copyOf(headers.keySet()));
        assertEquals(1, lookUps.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sector.example.com/", "https://localhost/", "https://127.0.0.1/", "https://169.254.169.254/",
                "https://[::1]/", "https://sector.example.com:22/", "https://u@sector.example.com/",
                        "file:///etc/passwd"
            })
    void anAddressThatLooksWrongIsNotEvenResolved(String uri) {
        failure(client(), FetchRequest.ofClient(uri));
        assertEquals(0, lookUps.get());
    }

    // The range itself is the matter of FetchUriTest; here, that whatever a name resolves to is held against it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.2",
                "10.0.0.1",
                "169.254.169.254",
                "168.63.129.16",
                "100.100.100.200",
                "192.168.1.1",
                "0.0.0.0",
                "::1",
                "::ffff:10.0.0.1",
                "fd00:ec2::254",
                "fe80::1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2606:4700::5efe:10.0.0.1"
            })
    void aNameThatResolvesToABlockedAddressIsRefused(String address) {
        resolver = name -> addresses(address);
        assertTrue(failure(client(), at("/")).endsWith("is blocked"));

        resolver = name -> addresses(LOOPBACK, address);
        assertTrue(failure(client(), at("/")).endsWith("is blocked"), "one bad address spoils the name");
        assertTrue(server.received().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "https://sector.example.com/, false",
        "https://SECTOR.example.com/, false",
        "https://below.sector.example.com/, true",
        "https://other.example.com/, true",
        "https://93.184.215.14/, true"
    })
    void whatIsReadOfAHostWithoutAnExceptionAnybodyCouldRead(String uri, boolean publicly) {
        assertEquals(publicly, client().readsInPublic(FetchRequest.ofClient(uri)));
        assertFalse(client().readsInPublic(FetchRequest.ofOperator(uri)), "what the operator named may lie inside");
    }

    @Test
    void anExceptionHoldsForItsHostAndItsNetworkOnly() {
        GuardedClient client = client(STANDARD, certificate.trust(), allowing("other.example.com", "127.0.0.0/8"));
        assertTrue(failure(client, at("/")).endsWith("is blocked"));
        assertTrue(server.received().isEmpty());
    }

    @Test
    void addressesOfThisMachineAndOfTheDeploymentAreBlockedThoughPublic() throws Exception {
        OutboundPolicy policy =
                Settings.of(OutboundPolicy.class, Map.of("registrar.outbound.denied-networks", "8.8.4.0/24"));
        AddressCheck check = new AddressCheck(policy, () -> Set.of(parsed("9.9.9.9")));
        assertFalse(check.admits(HOST, parsed("9.9.9.9")));
        assertFalse(check.admits(HOST, parsed("8.8.4.4")));
        assertTrue(check.admits(HOST, parsed("8.8.8.8")));
        assertTrue(ThisMachine.addresses().contains(parsed(LOOPBACK)));
    }

    private static InetAddress parsed(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theCheckedAddressIsConnectedToWhateverTheNameResolvesToMeanwhile() throws Exception {
        server.answerJson("/", "[]");
        try (Canary canary = Canary.on("127.0.0.2", server.port())) {
            resolver = name -> lookUps.get() == 1 ? addresses(LOOPBACK) : addresses("127.0.0.2");

            assertTrue(client().json(at("/")).isArray());

            assertEquals(1, lookUps.get());
            assertEquals(0, canary.connections());
        }
    }

    @Test
    void whatTheOperatorNamedMayLieInsideAndIsGuardedAllTheSame() {
        try (SecureServer issuer = SecureServer.start(otherCertificate)) {
            String base = "https://other.example.com:" + issuer.port();
            issuer.answerJson("/", "{}");
            issuer.answer("/text", 200, "text/plain", "{}");
            GuardedClient client = client(STANDARD, certificate.trust(), Map.of());

            assertTrue(client.json(FetchRequest.ofOperator(base + "/")).isObject());
            failure(client, FetchRequest.ofOperator(base + "/text"));
            failure(client, FetchRequest.ofClient(base + "/"));
            assertEquals(2, issuer.received().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) throws Exception {
        try (Canary canary = Canary.on(LOOPBACK, 0)) {
            for (String location : List.of("https://10.0.0.1/", "https://" + HOST + ":" + canary.port() + "/")) {
                String target = "/" + canary.port() + location.length();
                server.answer(target, exchange -> {
                    exchange.getResponseHeaders().set("Location", location);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(status, -1);
                });
                assertEquals("the status was " + status, failure(client(), at(target)));
            }
            assertEquals(0, canary.connections());
        }
    }

    @Test
    void proxiesOfTheEnvironmentAreNotUsed() throws Exception {
        server.answerJson("/", "[]");
        Map<String, String> before = new HashMap<>();
        try (Canary canary = Canary.on(LOOPBACK, 0)) {
            for (String kind : List.of("http", "https", "socks")) {
                String prefix = kind.equals("socks") ? "socksProxy" : kind + ".proxy";
                before.put(prefix + "Host", System.getProperty(prefix + "Host"));
                before.put(prefix + "Port", System.getProperty(prefix + "Port"));
                System.setProperty(prefix + "Host", LOOPBACK);
                System.setProperty(prefix + "Port", String.valueOf(canary.port()));
            }
            assertTrue(client().json(at("/")).isArray());
            assertEquals(0, canary.connections());
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }

    @Test
    void aProxyOfTheEnvironmentVariablesIsNotUsedEither() throws Exception {
        server.answerJson("/", "[]");
        try (Canary canary = Canary.on(LOOPBACK, 0)) {
            ProcessBuilder other = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.net.useSystemProxies=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    FetchInAnotherProcess.class.getName(),
                    certificate.store().toString(),
                    String.valueOf(server.port()));
            for (String name : List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY")) {
                other.environment().put(name, "http://" + LOOPBACK + ":" + canary.port());
            }
            assertEquals(0, other.inheritIO().start().waitFor());
            assertEquals(1, server.received().size());
            assertEquals(0, canary.connections());
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        try (SecureServer other = SecureServer.start(otherCertificate)) {
            other.answerJson("/", "[]");
            GuardedClient client = client(
                    STANDARD,
                    otherCertificate.trust(),
                    Map.of(
                            "registrar.outbound.allowed-ports",
                            String.valueOf(other.port()),
                            "registrar.outbound.allowed-fetch-networks.\"" + HOST + "\"",
                            LOOPBACK));
            failure(client, FetchRequest.ofClient("https://" + HOST + ":" + other.port() + "/"));
            assertTrue(other.received().isEmpty());
        }
    }

    @Test
    void aCertificateThatNobodyTrustedSignedIsRefused() {
        server.answerJson("/", "[]");
        failure(client(STANDARD, otherCertificate.trust(), allowing(HOST, LOOPBACK)), at("/"));
        assertTrue(server.received().isEmpty());
    }

    @Test
    void anEventLoopIsNotHeldUp() {
        GuardedClient client = client();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        vertx.runOnContext(ignored -> {
            try {
                client.json(at("/"));
                thrown.complete(null);
            } catch (RuntimeException e) {
                thrown.complete(e);
            }
        });
        assertInstanceOf(IllegalStateException.class, thrown.join());
        assertTrue(server.received().isEmpty());
    }

    @Test
    void aBodyThatDripsIsCutByTheDeadline() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        server.answer("/slow", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 600; i++) {
                    body.write(' ');
                    body.flush();
                    Thread.sleep(50);
                }
            } catch (IOException e) {
                cut.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        GuardedClient client =
                client(limits(Duration.ofSeconds(1)), certificate.trust(), allowing(HOST, LOOPBACK + "/32"));

        assertEquals("the exchange took too long", failure(client, at("/slow")));
        assertTrue(cut.await(20, TimeUnit.SECONDS), "the connection is closed, not left to drip");
    }

    @Test
    void aNameServerThatDoesNotAnswerIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        resolver = name -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        assertEquals("looking the name up took too long", failure(client(), at("/")));
        never.countDown();
    }

    @Test
    void aNameWithTooManyAddressesOrNoneIsRefused() {
        resolver = name ->
                IntStream.rangeClosed(1, 33).mapToObj(i -> parsed("8.8.8." + i)).toList();
        assertEquals("the name has 33 addresses", failure(client(), at("/many")));
        resolver = name -> List.of();
        assertEquals("the name has 0 addresses", failure(client(), at("/none")));
        resolver = name -> {
            throw new UnknownHostException(name);
        };
        assertEquals("the name has no address", failure(client(), at("/unknown")));
    }

    @ParameterizedTest
    @CsvSource({"1000, true, true", "1000, false, true", "1001, true, false", "1001, false, false"})
    void bodiesAreCounted(int bytes, boolean announced, boolean fine) {
        byte[] body = ("[" + " ".repeat(bytes - 2) + "]").getBytes(StandardCharsets.UTF_8);
        server.answer("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, announced ? bytes : 0);
            exchange.getResponseBody().write(body);
        });
        if (fine) {
            assertTrue(client().json(at("/")).isArray());
        } else {
            assertTrue(failure(client(), at("/")).contains(String.valueOf(MOST_BYTES)));
        }
    }

    @Test
    void headersAreCounted() {
        server.answer("/", exchange -> {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            IntStream.range(0, 40).forEach(i -> headers.set("X-" + i, "x".repeat(1000)));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("[]".getBytes(StandardCharsets.UTF_8));
        });
        failure(client(), at("/"));
    }

    @Test
    void anEncodedAnswerIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("[]".getBytes(StandardCharsets.UTF_8));
        }
        server.answer("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });
        assertEquals("the answer is encoded", failure(client(), at("/")));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "'Application/JSON; charset=utf-8', true",
        "application/jwk-set+json, true",
        "text/plain, false",
        "'', false",
        "text/json, false",
        "application/jsonp, false",
        "application/json+xml, false",
        "application/+json, false",
        "image/svg+json, false"
    })
    void theMediaTypeMustBeJson(String type, boolean fine) {
        server.answer("/", 200, type, "[]");
        if (fine) {
            assertTrue(client().json(at("/")).isArray());
        } else {
            assertEquals("the media type is not JSON", failure(client(), at("/")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, true",
        "Text/Plain; charset=utf-8, true",
        "'', true",
        "text/html, false",
        "text/plainer, false"
    })
    void careIsTakenOfCarelessServersWhereTheOperatorSaysSo(String type, boolean fine) {
        Map<String, String> settings = new HashMap<>(allowing(HOST, LOOPBACK));
        settings.put("registrar.outbound.lenient-content-type", "true");
        GuardedClient client = client(STANDARD, certificate.trust(), settings);
        server.answer("/", 200, type, "[]");
        if (fine) {
            assertTrue(client.json(at("/")).isArray());
        } else {
            assertEquals("the media type is not JSON", failure(client, at("/")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204, 206, 400, 401, 404, 500})
    void onlyTheStatus200IsGood(int status) {
        server.answer("/", status, "application/json", status == 204 ? "" : "[]");
        assertEquals("the status was " + status, failure(client(), at("/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"\\u0062\":2}}",
                "[",
                "",
                " ",
                "[] []",
                "['a']",
                "[\"\\ud800\"]",
                "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]"
            })
    void theDocumentIsReadAsStrictlyAsARequest(String json) {
        server.answer("/", 200, "application/json", json);
        failure(client(), at("/"));
    }

    @Test
    void whoAsksForTheSameMeanwhileSharesTheFlight() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        server.answer("/", exchange -> {
            asked.countDown();
            await(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("[]".getBytes(StandardCharsets.UTF_8));
        });
        GuardedClient client = client();
        ExecutorService callers = Executors.newFixedThreadPool(5);
        List<Future<Boolean>> results = new ArrayList<>();
        results.add(callers.submit(() -> client.json(at("/")).isArray()));
        await(asked);
        Stream.generate(() -> callers.submit(() -> client.json(at("/")).isArray()))
                .limit(4)
                .forEach(results::add);
        answer.countDown();
        for (Future<Boolean> result : results) {
            assertTrue(result.get(20, TimeUnit.SECONDS));
        }
        callers.shutdown();
        // Who came after the landing flew for himself; who came during it did not.
        assertTrue(server.received().size() < 5);
    }

    @Test
    void aFailureCountsForHalfAMinuteAndASuccessForNothing() {
        GuardedClient client = client();
        server.answer("/", 500, "application/json", "[]");
        failure(client, at("/"));
        server.answerJson("/", "[]");
        assertEquals("the status was 500", failure(client, at("/")));
        assertEquals(1, server.received().size());

        time.addAndGet(Duration.ofSeconds(31).toNanos());
        assertTrue(client.json(at("/")).isArray());
        assertTrue(client.json(at("/")).isArray());
        assertEquals(3, server.received().size());
    }

    @Test
    void oneHostIsAskedForTwoDocumentsAtATime() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        IntStream.range(0, 6)
                .forEach(i -> server.answer("/" + i, exchange -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    two.countDown();
                    await(two);
                    now.decrementAndGet();
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write("[]".getBytes(StandardCharsets.UTF_8));
                }));
        GuardedClient client = client();
        ExecutorService callers = Executors.newFixedThreadPool(6);
        List<CompletableFuture<Void>> fetches = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(() -> client.json(at("/" + i)), callers))
                .toList();
        fetches.forEach(CompletableFuture::join);
        callers.shutdown();
        assertEquals(2, most.get());
    }

    /** Makes the host busy: both its slots are held until this is counted down. */
    private CountDownLatch busy(GuardedClient client, ExecutorService callers) {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch both = new CountDownLatch(2);
        for (String target : List.of("/busy-1", "/busy-2")) {
            server.answer(target, exchange -> {
                both.countDown();
                await(end);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("[]".getBytes(StandardCharsets.UTF_8));
            });
            callers.submit(() -> client.json(at(target)));
        }
        await(both);
        return end;
    }

    @Test
    void whatFailedAfterAWaitForASlotIsAskedForAgainAtOnce() throws Exception {
        server.answer("/", 500, "application/json", "[]");
        GuardedClient client = client();
        ExecutorService callers = Executors.newFixedThreadPool(3);
        CountDownLatch end = busy(client, callers);
        Thread[] waiting = new Thread[1];
        Future<String> late = callers.submit(() -> {
            waiting[0] = Thread.currentThread();
            return failure(client, at("/"));
        });
        while (waiting[0] == null || waiting[0].getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(5);
        }
        end.countDown();
        assertEquals("after a wait for others: the status was 500", late.get(15, TimeUnit.SECONDS));
        callers.shutdown();

        server.answerJson("/", "[]");
        assertTrue(client.json(at("/")).isArray());
    }

    @Test
    void aNameWhoseLookUpNeverBeganIsLookedUpAgainAtOnce() {
        server.answerJson("/", "[]");
        CountDownLatch never = new CountDownLatch(1);
        GuardedClient client = client();
        for (int i = 0; i < FetchLimits.STANDARD.inFlight(); i++) {
            // As look-ups do that hang: they keep their thread.
            lookUpThreads.execute(() -> await(never));
        }
        assertEquals("too many names are being looked up", failure(client, at("/")));

        never.countDown();
        assertTrue(client.json(at("/")).isArray());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(15, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
