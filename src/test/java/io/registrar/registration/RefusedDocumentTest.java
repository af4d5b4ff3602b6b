package io.registrar.registration;

import static io.registrar.testing.Registrar.machineClient;
import static io.registrar.testing.Registrar.metadata;
import static io.registrar.testing.Registrar.register;
import static io.registrar.testing.Registrar.request;
import static io.registrar.testing.Registrar.sendable;
import static io.registrar.testing.Registrar.update;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.registrar.outbound.PublicNetwork;
import io.registrar.testing.ClientHost;
import io.registrar.testing.Registrar;
import io.registrar.testing.Registrar.Metadata;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When, and how often, a caller is told that a document could not be verified (reference F.1 steps 11 and 12). */
@QuarkusTest
@TestProfile(RefusedDocumentTest.FewThreads.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
@QuarkusTestResource(
        value = ClientHost.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "registrar.outbound.fetches-per-caller-and-minute", value = "10"),
            @ResourceArg(name = "registrar.outbound.refusal-time", value = "PT6S")
        })
class RefusedDocumentTest {

    private static final String REDIRECT = "https://a.example.com/cb";
    private static final int THREADS = 4;

    public static final class FewThreads implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.thread-pool.max-threads",
                    String.valueOf(THREADS),
                    "registrar.metadata.verify-jwks-uri",
                    "true");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(PublicNetwork.class);
        }
    }

    private static Metadata client(String sector) {
        return metadata().redirectUris(REDIRECT).with("sector_identifier_uri", sector);
    }

    private static Response register(String subject, String sector) {
        return register(subject, client(sector));
    }

    private static Response register(String subject, Metadata client) {
        String token = TestIssuer.ofThisTest().token().claim("sub", subject).serialize();
        return request(token).body(client.members()).post(Registrar.ENDPOINT);
    }

    private static List<Response> registerAtOnce(String subject, List<String> sectors) {
        ExecutorService callers = Executors.newFixedThreadPool(sectors.size());
        List<CompletableFuture<Response>> answers = sectors.stream()
                .map(sector -> CompletableFuture.supplyAsync(() -> register(subject, sector), callers))
                .toList();
        List<Response> all = answers.stream().map(CompletableFuture::join).toList();
        callers.shutdown();
        return all;
    }

    @Test
    void refusalsComeAtOneMomentWhateverTheReason() {
        CountDownLatch never = new CountDownLatch(1);
        ClientHost.server().answer("/silent", exchange -> {
            try {
                never.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        String missing = ClientHost.address("/missing-for-the-time");
        List<Response> refused = new ArrayList<>();
        refused.add(register("curious", missing));
        refused.addAll(registerAtOnce(
                "curious",
                List.of(
                        ClientHost.address("/silent"),
                        missing,
                        "https://localhost/",
                        ClientHost.publish("{"),
                        ClientHost.publish("[\"https://other.example.com/cb\"]"))));
        never.countDown();

        for (Response response : refused) {
            response.then()
                    .statusCode(400)
                    .body("error_description", is("sector_identifier_uri: could not be verified"));
            long millis = response.time();
            assertTrue(millis >= 6000 && millis < 7500, () -> millis + " ms");
        }
        assertEquals(
                1,
                ClientHost.server().received().stream()
                        .filter(it -> it.target().equals("/missing-for-the-time"))
                        .count(),
                "the second time it was refused from memory");
    }

    @Test
    void aRefusalThatWaitsHoldsNoThread() {
        List<String> sectors = IntStream.range(0, 10)
                .mapToObj(i -> ClientHost.address("/missing-" + i))
                .toList();
        registerAtOnce("patient", sectors)
                .forEach(response -> response.then().statusCode(400).time(lessThan(11_000L)));
    }

    @Test
    void whatIsVerifiedIsAnsweredAtOnce() {
        register("good", ClientHost.publishList(List.of(REDIRECT)))
                .then()
                .statusCode(201)
                .time(lessThan(5000L));
    }

    private static String[] redirects(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "https://r" + i + ".example.com/cb")
                .toArray(String[]::new);
    }

    @Test
    void aPublicDocumentThatListsNotAllIsRefusedAtOnceByWhatIsMissing() {
        String incomplete = ClientHost.inPublic(ClientHost.publishList(List.of(REDIRECT)));

        Response refused = register("thorough", client(incomplete).redirectUris(REDIRECT, "https://b.example.com/cb"));

        refused.then()
                .statusCode(400)
                .body("error", is("invalid_client_metadata"))
                .body("error_field", is("sector_identifier_uri"))
                .body(
                        "error_description",
                        is("sector_identifier_uri: the document there does not list redirect_uris[1];"
                                + " add it there, letter by letter, or leave it out here"))
                .body("violations.pointer", contains("/sector_identifier_uri"))
                .time(lessThan(5000L));
        assertFalse(refused.asString().contains("example.com"), "nothing that was sent is repeated");
    }

    @Test
    void ofManyMissingTheFirstTenAreNamed() {
        String incomplete = ClientHost.inPublic(ClientHost.publishList(List.of("https://other.example.com/")));

        register("thorough", client(incomplete).redirectUris(redirects(12)))
                .then()
                .statusCode(400)
                .body("error_description", containsString("redirect_uris[8], redirect_uris[9] and 2 more; add"));
    }

    @Test
    void whatIsNoListIsNotToldOfAPublicHostEither() {
        List<String> unfit = List.of("{", "{}", "[]", "[1]", "\"" + REDIRECT + "\"");
        List<String> sectors = unfit.stream()
                .map(ClientHost::publish)
                .map(ClientHost::inPublic)
                .toList();

        for (Response response : registerAtOnce("curious-of-the-public", sectors)) {
            response.then()
                    .statusCode(400)
                    .body("error_description", is("sector_identifier_uri: could not be verified"));
            assertTrue(response.time() >= 6000, () -> response.time() + " ms");
        }
    }

    @Test
    void besideADocumentThatCouldNotBeVerifiedTheOtherWaitsToo() {
        String incomplete = ClientHost.inPublic(ClientHost.publishList(List.of("https://other.example.com/")));

        Response refused = register(
                "of-two", client(incomplete).with("jwks_uri", ClientHost.inPublic(ClientHost.address("/no-keys"))));

        refused.then()
                .statusCode(400)
                .body("error_description", is("jwks_uri: could not be verified"))
                .body("violations.pointer", contains("/jwks_uri", "/sector_identifier_uri"));
        assertTrue(refused.time() >= 12_000, () -> refused.time() + " ms");
    }

    private static Response first(List<Response> answers, int status) {
        return answers.stream()
                .filter(it -> it.statusCode() == status)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCallerHasTenDocumentsFetchedInARowAndHasToWaitForMore() {
        String sector = ClientHost.publishList(List.of(REDIRECT));
        // All at once, because the allowance grows with time.
        List<Response> answers = registerAtOnce("greedy", Collections.nCopies(14, sector));
        assertTrue(answers.stream().filter(it -> it.statusCode() == 201).count() >= 10);
        Response registered = first(answers, 201);
        Response refused = first(answers, 429);
        refused.then()
                .statusCode(429)
                .body("error", is("temporarily_unavailable"))
                .body(
                        "error_description",
                        is("Too many documents had to be fetched for this caller; send the request again later"));
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait >= 1 && wait <= 6, () -> "Retry-After: " + wait);

        register("modest", sector).then().statusCode(201);
        Registrar.register(machineClient()).then().statusCode(201);
        update(registered, sendable(registered).redirectUris(REDIRECT, REDIRECT + "/2"))
                .then()
                .statusCode(400);
    }
}
