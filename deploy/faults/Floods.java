import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Floods the service in one way, without a credential, while another caller registers; prints one row about it.
 * {@code run} beside this file prepares everything it needs.
 *
 * <p>{@code java Floods PORT PID LOG SECONDS FLOOD}, the other caller's access token in {@code REGISTRATION_TOKEN}; or
 * {@code java Floods} for the table's head and {@code java Floods --names} for the floods there are. Ends with 1 when a
 * registration failed, the service ended or it wrote an error.
 */
final class Floods {

    private static final int REGISTRATIONS_A_SECOND = 20;
    private static final int WARM_UP = 100;
    private static final String ROW = "%-14s %12s %7s %7s %7s | %11s %-22s %7s %7s %7s | %5s %5s %5s | %6s %6s %6s%n";

    private Floods() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.out.printf(
                    ROW, "flood", "units", "made", "ended", "refused", "registered", "failures", "p50 ms", "p99 ms",
                    "max ms", "held", "heap", "RSS", "lines", "errors", "stack");
        } else if (arguments[0].equals("--names")) {
            Flood.ALL.forEach(flood -> System.out.println(flood.name()));
        } else {
            Service service = new Service(Long.parseLong(arguments[1]), Path.of(arguments[2]));
            Duration time = Duration.ofSeconds(Long.parseLong(arguments[3]));
            boolean withstood = withstands(service, Integer.parseInt(arguments[0]), time, named(arguments[4]));
            System.exit(withstood ? 0 : 1);
        }
    }

    private static Flood named(String name) {
        return Flood.ALL.stream().filter(flood -> flood.name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean withstands(Service service, int port, Duration time, Flood flood) throws Exception {
        Caller caller =
                new Caller("http://localhost:" + port, System.getenv("REGISTRATION_TOKEN"), REGISTRATIONS_A_SECOND);
        caller.warmUp(WARM_UP);
        caller.start();
        Flooder.Sum flooded;
        Caller.Sum called;
        long held;
        try (Flooder flooder = new Flooder(flood, new InetSocketAddress("127.0.0.1", port))) {
            flooded = flooder.run(time);
            called = caller.end();
            held = service.heap();
        }
        // What closes late is to be gone before the heap is measured.
        Thread.sleep(5000);
        long heap = service.heap();
        Service.Written written = service.written();
        System.out.printf(
                ROW,
                flood.name(),
                flooded.units(),
                flooded.made(),
                flooded.ended(),
                flooded.refused(),
                called.registered() + "/" + called.due(),
                called.failures().isEmpty() ? "-" : called.failures(),
                milliseconds(called.p50()),
                milliseconds(called.p99()),
                milliseconds(called.max()),
                mebibytes(held),
                service.isAlive() ? mebibytes(heap) : "ended",
                mebibytes(service.resident()),
                written.lines(),
                written.errors(),
                written.stack());
        return service.isAlive() && called.failures().isEmpty() && written.errors() + written.stack() == 0;
    }

    private static String milliseconds(double time) {
        return Double.isNaN(time) ? "-" : "%.1f".formatted(time);
    }

    private static String mebibytes(long size) {
        return size < 0 ? "-" : String.valueOf(size);
    }
}
