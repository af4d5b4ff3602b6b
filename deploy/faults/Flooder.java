import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Carries out a flood on one thread that takes half a core at most, and connects again when it is thrown out. */
final class Flooder implements AutoCloseable {

    private static final double SHARE = 0.5;
    private static final int NEW_CONNECTIONS_A_SECOND = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Flood flood;
    private final InetSocketAddress service;
    private final List<Connection> connections = new ArrayList<>();
    private final ByteBuffer received = ByteBuffer.allocate(64 * 1024);
    private final long began = System.nanoTime();
    private final long processorBefore = THREADS.getCurrentThreadCpuTime();
    private long units;
    private int made;
    private int ended;
    private int refused;

    Flooder(Flood flood, InetSocketAddress service) {
        this.flood = flood;
        this.service = service;
    }

    /** @param refused connections that the machine or the service did not take */
    record Sum(long units, int made, int ended, int refused, double processorSeconds) {}

    /** Floods for that time. The connections stay open. */
    Sum run(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long before = units;
            connect();
            for (int i = connections.size() - 1; i >= 0; i--) {
                exchange(i);
            }
            rest(units > before);
        }
        return new Sum(units, made, ended, refused, processor() / 1e9);
    }

    private void connect() throws InterruptedException {
        while (connections.size() < flood.connections() && mayConnect()) {
            // Another address than the caller's: the service is to see two sources.
            try {
                InetSocketAddress from = new InetSocketAddress("127.0.0.2", 0);
                connections.add(new Connection(from, service, made, received));
                made++;
            } catch (IOException notTaken) {
                refused++;
                Thread.sleep(20);
                return;
            }
        }
    }

    private boolean mayConnect() {
        return made + refused < flood.connections() + (System.nanoTime() - began) / 1e9 * NEW_CONNECTIONS_A_SECOND;
    }

    private void exchange(int i) {
        try {
            units += connections.get(i).exchange(flood);
        } catch (IOException over) {
            ended++;
            closeQuietly(connections.remove(i));
        }
    }

    private void rest(boolean moved) throws InterruptedException {
        if (!flood.isFast()) {
            Thread.sleep(flood.pace().toMillis());
        } else if (!moved) {
            Thread.sleep(1);
        }
        long owed = (long) (processor() / SHARE) - (System.nanoTime() - began);
        if (owed > 1_000_000) {
            Thread.sleep(owed / 1_000_000);
        }
    }

    private long processor() {
        return THREADS.getCurrentThreadCpuTime() - processorBefore;
    }

    @Override
    public void close() {
        connections.forEach(Flooder::closeQuietly);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It was to go.
        }
    }
}
