package io.registrar.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application as a process of its own, as an operator runs it: environment in, log out. */
public final class ServiceProcess implements AutoCloseable {

    /** What all processes that serve write, one after the other. */
    public static final Path LOG = Path.of("target/test/service.log");

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final int port;
    private final int managementPort;

    private ServiceProcess(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts it on two free ports; returns at once. */
    public static ServiceProcess serve(Map<String, String> environment) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        ProcessBuilder builder = java(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
        Files.createDirectories(LOG.getParent());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        return new ServiceProcess(builder.start(), port, managementPort);
    }

    /** What an invocation that ends by itself left behind. */
    public record Ended(int exitCode, List<String> errors) {}

    /** Runs it with that word until it ends. */
    public static Ended run(Map<String, String> environment, String word) throws IOException, InterruptedException {
        ProcessBuilder builder = java(environment);
        builder.command().add(word);
        Path errors = Files.createTempFile("registrar", ".err");
        Process process = builder.redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(word + " did not end within a minute");
        }
        return new Ended(process.exitValue(), Files.readAllLines(errors));
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    /** The status of a health check, {@code live} or {@code ready}. */
    public int health(String check) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + managementPort + "/q/health/" + check);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setReadTimeout(20_000);
        return connection.getResponseCode();
    }

    /** Waits until the check passes; fails after a minute, or when the process ends. */
    public void await(String what, Check check) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!passes(check)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("Not seen within a minute: " + what);
            }
            Thread.sleep(100);
        }
    }

    /** Something that comes true in time; an exception means not yet. */
    @FunctionalInterface
    public interface Check {
        boolean passes() throws IOException;
    }

    private static boolean passes(Check check) {
        try {
            return check.passes();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder java(Map<String, String> environment) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(java.toString(), "-jar", JAR.toString())));
        builder.environment().putAll(environment);
        return builder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
