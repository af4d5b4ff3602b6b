package io.registrar.dev;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The development issuer's signing key, kept in a file so that tokens outlive reloads and restarts. */
final class IssuerKey {

    private static final int BITS = 2048;

    private IssuerKey() {}

    static RSAKey in(Path file) {
        try {
            return Files.exists(file) ? RSAKey.parse(Files.readString(file)) : generate(file);
        } catch (IOException | ParseException | JOSEException e) {
            throw new CannotStart("The development issuer's key cannot be kept in " + file + ": " + e, e);
        }
    }

    private static RSAKey generate(Path file) throws IOException, JOSEException {
        RSAKey key = new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
        Files.createDirectories(file.toAbsolutePath().getParent());
        PrivateFile.write(file, key.toJSONString());
        return key;
    }
}
