package io.registrar.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * A client secret or token in plaintext: one that was just issued and is about to be shown once, or one that a caller
 * presented and is about to be compared. It is never stored; what is stored is its {@link #digest()}. Its
 * {@link #toString()} says nothing, so that a stray log line cannot leak it.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** @param value the characters as they go over the wire */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The characters as they go over the wire; for the one response that shows them. */
    public String reveal() {
        return value;
    }

    /**
     * SHA-256 over the UTF-8 octets. A slow password hash would add nothing to 256 random bits and cost availability
     * (metadata reference, J.2).
     */
    public SecretDigest digest() {
        try {
            return SecretDigest.of(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
