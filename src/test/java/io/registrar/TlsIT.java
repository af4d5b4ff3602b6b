package io.registrar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.registrar.testing.RawConnection;
import io.registrar.testing.ReadmeExample;
import io.registrar.testing.ServiceProcess;
import io.registrar.testing.TestCertificate;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged application with the README's settings for TLS and networks (metadata reference, G.6). */
class TlsIT {

    private static final int TLS_1_0 = 0x0301;
    private static final int TLS_1_1 = 0x0302;

    private static final TestCertificate CERTIFICATE = TestCertificate.of("localhost");

    @TempDir
    static Path directory;

    private static ServiceProcess service;
    private static int tlsPort;

    @BeforeAll
    static void serveAsTheReadmeSays() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            tlsPort = free.getLocalPort();
        }
        CERTIFICATE.writePem(directory.resolve("tls.crt"), directory.resolve("tls.key"));
        Map<String, String> settings = new HashMap<>(ReadmeExample.settings("network"));
        settings.replaceAll((name, value) -> value.replace("/etc/registrar", directory.toString())
                .replace("10.20.0.5", "127.0.0.1")
                .replace("10.20.0.0/16", "127.0.0.0/8"));
        settings.put("quarkus.http.ssl-port", String.valueOf(tlsPort));
        settings.put("registrar.public-base-url", "https://localhost:" + tlsPort);
        Path file = directory.resolve("application.properties");
        Files.write(
                file,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
        // Neither a database nor an issuer is needed to be turned away.
        service = ServiceProcess.serve(Map.of(
                "QUARKUS_CONFIG_LOCATIONS", file.toUri().toString(),
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/registrar",
                "QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:1"));
        service.await("liveness", () -> service.health("live") == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theServiceAnswersOverTls() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(CERTIFICATE.context()).build();

        HttpResponse<String> challenged = client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + tlsPort + "/clients"))
                        .build(),
                BodyHandlers.ofString());

        assertEquals(401, challenged.statusCode());
        assertEquals(List.of("no-store"), challenged.headers().allValues("Cache-Control"));
    }

    @Test
    void http2IsSpokenOverTls() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(CERTIFICATE.context()).build();

        HttpResponse<Void> challenged = client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + tlsPort + "/clients"))
                        .build(),
                BodyHandlers.discarding());

        assertEquals(HttpClient.Version.HTTP_2, challenged.version());
    }

    @Test
    void aFloodOfFramesEndsItsConnectionOverTlsToo() throws Exception {
        try (SSLSocket socket =
                (SSLSocket) CERTIFICATE.context().getSocketFactory().createSocket("localhost", tlsPort)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(20_000);
            byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
            byte[] ping = {0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(settings);
            for (int i = 0; i < 2_000; i++) {
                out.write(ping);
            }
            out.flush();

            assertTrue(socket.getInputStream().readAllBytes().length < 2_000 * ping.length);
        }
    }

    @Test
    void plainHttpIsNotEvenListenedFor() {
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", service.port()).close());
    }

    @Test
    void plainHttpOnTheTlsPortIsNotAnswered() throws IOException {
        try (RawConnection connection = RawConnection.to(URI.create("http://127.0.0.1:" + tlsPort))) {
            connection.send("GET /clients HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertTrue(connection.isClosedByPeer());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void tls12AndLaterAreSpoken(String protocol) throws Exception {
        assertEquals(protocol, handshake(protocol));
    }

    private static String handshake(String protocol) throws Exception {
        try (SSLSocket socket =
                (SSLSocket) CERTIFICATE.context().getSocketFactory().createSocket("localhost", tlsPort)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    /** Written by hand, because the JDK would not offer them itself. */
    @ParameterizedTest
    @ValueSource(ints = {TLS_1_0, TLS_1_1})
    void whatIsOlderIsRefused(int version) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", tlsPort)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(clientHello(version));
            byte[] answer = socket.getInputStream().readNBytes(7);

            // RFC 8446 appendix B: an alert record, fatal, protocol_version.
            assertEquals(List.of(21, 2, 70), List.of((int) answer[0], (int) answer[5], (int) answer[6]));
        }
    }

    private static byte[] clientHello(int version) {
        byte[] random = new byte[32];
        ByteBuffer hello = ByteBuffer.allocate(128);
        hello.putShort((short) version).put(random).put((byte) 0);
        short[] suites = {(short) 0xc009, (short) 0xc00a, (short) 0xc013, (short) 0xc014, 0x002f, 0x0035};
        hello.putShort((short) (suites.length * 2));
        for (short suite : suites) {
            hello.putShort(suite);
        }
        hello.put((byte) 1).put((byte) 0).flip();
        int length = hello.remaining();
        ByteBuffer record = ByteBuffer.allocate(length + 9);
        record.put((byte) 22).putShort((short) TLS_1_0).putShort((short) (length + 4));
        return record.putInt(1 << 24 | length).put(hello).array();
    }

    @Test
    void aLineOfTheLogSaysWhoCanReachTheService() throws Exception {
        String line = "Clients are registered at https://127.0.0.1:" + tlsPort
                + "; health and metrics are at 127.0.0.1, port " + service.managementPort()
                + ". Requests are taken from 127.0.0.0/8, with the credentials access-token";
        service.await(line, () -> Files.readString(ServiceProcess.LOG).contains(line));
    }
}
