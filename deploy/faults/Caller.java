import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Registers clients at a steady rate, one after the other over one connection of HTTP/1.1. Each registration's time
 * begins when it is due, not when it could be sent: a service that stands still shows in all that waited for it.
 */
final class Caller extends Thread {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CLIENT = "{\"grant_types\":[\"client_credentials\"],\"client_name\":\"Meanwhile\"}";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final HttpRequest request;
    private final long interval;
    private final List<Long> times = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private int due;
    private volatile boolean stopped;

    Caller(String service, String token, int perSecond) {
        super("caller");
        interval = 1_000_000_000L / perSecond;
        request = HttpRequest.newBuilder(URI.create(service + "/connect/dcr"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CLIENT))
                .build();
    }

    /** @param failures how often, by status or exception */
    record Sum(int due, int registered, Map<String, Integer> failures, double p50, double p99, double max) {}

    /** So that its own first steps, and the service's, are in no measurement. */
    void warmUp(int registrations) throws InterruptedException {
        for (int i = 0; i < registrations; i++) {
            register();
        }
        failures.clear();
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        try {
            for (long at = began; !stopped; at += interval) {
                due++;
                sleepUntil(at);
                if (register()) {
                    times.add(System.nanoTime() - at);
                }
            }
        } catch (InterruptedException over) {
            interrupt();
        }
        due = Math.max(due, (int) ((System.nanoTime() - began) / interval));
    }

    private boolean register() throws InterruptedException {
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status == 201) {
                return true;
            }
            failures.merge(String.valueOf(status), 1, Integer::sum);
        } catch (IOException e) {
            failures.merge(e.getClass().getSimpleName(), 1, Integer::sum);
        }
        return false;
    }

    private static void sleepUntil(long at) throws InterruptedException {
        long left = at - System.nanoTime();
        if (left > 0) {
            Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /** Ends it after the registration that is under way. */
    Sum end() throws InterruptedException {
        stopped = true;
        join();
        Collections.sort(times);
        return new Sum(due, times.size(), failures, quantile(0.5), quantile(0.99), quantile(1));
    }

    private double quantile(double share) {
        return times.isEmpty()
                ? Double.NaN
                : times.get((int) Math.max(0, Math.ceil(share * times.size()) - 1)) / 1e6;
    }
}
