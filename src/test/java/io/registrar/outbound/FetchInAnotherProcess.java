package io.registrar.outbound;

import io.registrar.testing.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;

/** One fetch from {@code sector.example.com} on 127.0.0.1, in an environment that a test decides. */
final class FetchInAnotherProcess {

    private FetchInAnotherProcess() {}

    /** @param arguments the trust store, the port; ends with 0 when the document came */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[1]);
        FetchLimits limits = FetchLimits.STANDARD;
        Connections connections = new Connections(
                Vertx.vertx(),
                Connections.options(
                        Optional.of(new PfxOptions().setPath(arguments[0]).setPassword(TestCertificate.PASSWORD)),
                        limits),
                new ResponseCheck(limits.bodyBytes(), false),
                limits);
        byte[] body = connections.get(
                FetchRequest.ofClient("https://sector.example.com:" + port + "/"),
                SocketAddress.inetSocketAddress(port, "127.0.0.1"),
                remote -> true,
                Deadline.after(Duration.ofSeconds(30)));
        System.exit(body.length > 0 ? 0 : 1);
    }
}
