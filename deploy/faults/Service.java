import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service's process as seen from outside: its memory, and what it writes to its log. */
final class Service {

    private static final Pattern USED = Pattern.compile("(?m)^ (?!Metaspace).*total \\d+K, used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final long pid;
    private final Path log;
    private long read;

    Service(long pid, Path log) throws IOException {
        this.pid = pid;
        this.log = log;
        read = Files.size(log);
    }

    /** @param stack lines of stack traces */
    record Written(long lines, long errors, long stack) {}

    boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Of the heap after a full collection, in MiB; -1 where the process does not say. */
    long heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long sum = 0;
        boolean found = false;
        while (used.find()) {
            found = true;
            sum += Long.parseLong(used.group(1));
        }
        return found ? sum / 1024 : -1;
    }

    /** The whole process in memory, in MiB; -1 where there is no /proc. */
    long resident() {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return resident.find() ? Long.parseLong(resident.group(1)) / 1024 : -1;
        } catch (IOException gone) {
            return -1;
        }
    }

    /** What it has written since it was last asked. */
    Written written() throws IOException {
        long lines = 0;
        long errors = 0;
        long stack = 0;
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(read);
            byte[] fresh = file.readAllBytes();
            read += fresh.length;
            for (String line : new String(fresh, StandardCharsets.UTF_8).lines().toList()) {
                lines++;
                errors += line.contains(" ERROR ") || line.contains("OutOfMemoryError") ? 1 : 0;
                stack += line.startsWith("\tat ") ? 1 : 0;
            }
        }
        return new Written(lines, errors, stack);
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Path answer = Files.createTempFile("jcmd", ".txt");
        try {
            Process process = new ProcessBuilder(program.toString(), String.valueOf(pid), command)
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return Files.readString(answer);
        } finally {
            Files.delete(answer);
        }
    }
}
