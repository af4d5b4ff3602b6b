package io.registrar.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Things done at the same moment, each in a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** What each came to, in the order in which they were given. */
    public static <T> List<T> all(Stream<Supplier<T>> several) throws Exception {
        List<Supplier<T>> work = several.toList();
        CyclicBarrier start = new CyclicBarrier(work.size());
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Supplier<T> one : work) {
                running.add(threads.submit(() -> {
                    start.await();
                    return one.get();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
