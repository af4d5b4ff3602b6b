package io.registrar.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The launcher's part of {@code postgresql.conf}. A file rather than options of the command line: those pass through a
 * shell, which blanks in a directory's name would confuse.
 */
final class ServerConfiguration {

    private static final String NAME = "registrar.conf";
    private static final Pattern PORT = Pattern.compile("(?m)^port = '(\\d+)'$");

    private ServerConfiguration() {}

    static void include(Path data) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), "\ninclude '" + NAME + "'\n", StandardOpenOption.APPEND);
    }

    static void write(Path data, int port, Map<String, String> server) throws IOException {
        Files.writeString(data.resolve(NAME), text(port, server));
    }

    static boolean matches(Path data, int port, Map<String, String> server) throws IOException {
        Path file = data.resolve(NAME);
        return Files.exists(file) && Files.readString(file).equals(text(port, server));
    }

    /** The wanted port, which must be free; for 0 the one of the last start, else any free one. */
    static int choosePort(Path data, int wanted) throws IOException {
        if (wanted != 0) {
            if (Ports.taken(wanted)) {
                throw new CannotStart("PostgreSQL cannot listen on 127.0.0.1:" + wanted
                        + ": another program has that port; choose another one, or 0 for any free one.");
            }
            return wanted;
        }
        OptionalInt last = lastPort(data);
        return last.isPresent() && !Ports.taken(last.getAsInt()) ? last.getAsInt() : Ports.free();
    }

    private static OptionalInt lastPort(Path data) throws IOException {
        Path file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        Matcher matcher = PORT.matcher(Files.readString(file));
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static String text(int port, Map<String, String> server) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", String.valueOf(port));
        // A socket's path may have about 100 characters only, and nobody needs it.
        all.put("unix_socket_directories", "");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.putAll(new TreeMap<>(server));
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining());
    }
}
