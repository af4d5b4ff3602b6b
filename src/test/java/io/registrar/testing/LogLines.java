package io.registrar.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What one class writes into the log. */
public final class LogLines {

    private LogLines() {}

    /** The lines, as an operator reads them: level and message. */
    public static List<String> of(Class<?> writer, Runnable work) {
        PatternFormatter formatter = new PatternFormatter("%p %s");
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Handler collector = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(formatter.format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(writer.getName());
        log.addHandler(collector);
        try {
            work.run();
        } finally {
            log.removeHandler(collector);
        }
        return List.copyOf(lines);
    }
}
