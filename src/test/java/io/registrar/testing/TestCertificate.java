package io.registrar.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key with a certificate that signed itself; who trusts the one trusts the store. */
public final class TestCertificate {

    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "server";

    private final Path store;

    private TestCertificate(Path store) {
        this.store = store;
    }

    /** For these DNS names; made by the JDK's own tool, because the JDK has no API for it. */
    public static TestCertificate of(String... names) {
        try {
            Path store = Files.createTempDirectory("certificate").resolve("store.p12");
            String san = Stream.of(names).map(name -> "dns:" + name).collect(Collectors.joining(","));
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + names[0],
                            "-ext",
                            "san=" + san,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            assertEquals(0, keytool.waitFor());
            return new TestCertificate(store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path store() {
        return store;
    }

    /** As a client would show it. */
    public KeyCertOptions key() {
        return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    }

    public TrustOptions trust() {
        return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    }

    /** Writes certificate and key as an operator has them, in PEM. */
    public void writePem(Path certificate, Path key) {
        try {
            KeyStore keys = keys();
            Files.writeString(
                    certificate, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
            Files.writeString(
                    key,
                    pem(
                            "PRIVATE KEY",
                            keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys;
        }
    }

    /** Of a server that shows this, and knows clients that show it too; or of a client that trusts it. */
    public SSLContext context() {
        try {
            KeyStore keys = keys();
            KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(keys, PASSWORD.toCharArray());
            TrustManagerFactory known = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            known.init(keys);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), known.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
