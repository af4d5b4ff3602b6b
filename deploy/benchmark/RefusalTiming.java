import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times the refusals of the client configuration endpoint, which must not tell by time what is wrong with a token
 * (metadata reference, D.2): the cases take turns, so that whatever else the machine does meets them all.
 *
 * <p>{@code java deploy/benchmark/RefusalTiming.java REGISTRATION-ENDPOINT ACCESS-TOKEN [ROUNDS]}
 */
public final class RefusalTiming {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DOCUMENT = "{\"grant_types\":[\"client_credentials\"]}";
    private static final int WARM_UP = 1000;

    private RefusalTiming() {}

    private record Client(String uri, String token) {}

    public static void main(String[] arguments) throws Exception {
        String endpoint = arguments[0];
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000;
        Client one = register(endpoint, arguments[1]);
        Client other = register(endpoint, arguments[1]);
        Client deleted = register(endpoint, arguments[1]);
        expect(204, send("DELETE", deleted.uri, deleted.token));
        Map<String, Client> cases = new LinkedHashMap<>();
        cases.put("unknown token", new Client(one.uri, "rat_" + "x".repeat(43)));
        cases.put("token of another client", new Client(one.uri, other.token));
        cases.put("token of a deleted client", deleted);
        cases.put("client that does not exist", new Client(endpoint + "/nobody-at-all-22-chars", one.token));
        for (String method : List.of("GET", "PUT", "DELETE")) {
            time(method, cases, WARM_UP);
            print(method, time(method, cases, rounds));
        }
    }

    private static Map<String, List<Long>> time(String method, Map<String, Client> cases, int rounds) throws Exception {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Client> one : cases.entrySet()) {
                long start = System.nanoTime();
                HttpResponse<String> answer = send(method, one.getValue().uri, one.getValue().token);
                times.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(System.nanoTime() - start);
                expect(401, answer);
            }
        }
        return times;
    }

    private static void print(String method, Map<String, List<Long>> times) {
        List<Long> medians = times.values().stream().map(RefusalTiming::median).toList();
        times.forEach((name, each) -> System.out.printf(
                "%-6s  %-28s  median of %d: %4d us%n", method, name, each.size(), median(each) / 1000));
        System.out.printf(
                "%-6s  the slowest is %.1f %% above the fastest%n",
                method, 100.0 * Collections.max(medians) / Collections.min(medians) - 100);
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static Client register(String endpoint, String accessToken) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Authorization", "Bearer " + accessToken)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(DOCUMENT))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        expect(201, answer);
        return new Client(member(answer, "registration_client_uri"), member(answer, "registration_access_token"));
    }

    private static HttpResponse<String> send(String method, String uri, String token)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, method.equals("PUT") ? BodyPublishers.ofString(DOCUMENT) : BodyPublishers.noBody())
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static String member(HttpResponse<String> answer, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
        if (!member.find()) {
            throw new IllegalStateException("No " + name);
        }
        return member.group(1);
    }
}
