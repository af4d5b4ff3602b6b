package io.registrar.testing;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the service writes into its log, an entry each, from its making until it is closed. */
public final class LogLines implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Queue<String> entries = new ConcurrentLinkedQueue<>();
    private final Logger log;
    private final Formatter formatter;
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            entries.add(formatter.format(entry).strip());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public LogLines() {
        this("", "%p %c: %s%e");
    }

    private LogLines(String writer, String format) {
        log = Logger.getLogger(writer);
        formatter = new PatternFormatter(format);
        log.addHandler(collector);
    }

    /** What one class writes meanwhile, as an operator reads it: level and message. */
    public static List<String> of(Class<?> writer, Runnable work) {
        try (LogLines lines = new LogLines(writer.getName(), "%p %s")) {
            work.run();
            return List.copyOf(lines.entries);
        }
    }

    /** The entries that hold this. */
    public List<String> with(String text) {
        return entries.stream().filter(entry -> entry.contains(text)).toList();
    }

    /** The same, once there is one. */
    public List<String> await(String text) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (with(text).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        return with(text);
    }

    /** The entries that are more than a line: stack traces, as a rule. */
    public List<String> longerThanALine() {
        return entries.stream().filter(entry -> entry.lines().count() > 1).toList();
    }

    @Override
    public void close() {
        log.removeHandler(collector);
    }
}
