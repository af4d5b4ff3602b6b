package io.registrar.credential;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The SHA-256 digest of a {@link Secret}: what the store keeps and looks tokens up by. Another type than the secret, so
 * that the two cannot be mixed up. Equality takes constant time (metadata reference, J.3).
 */
public final class SecretDigest {

    private final byte[] octets;

    private SecretDigest(byte[] octets) {
        this.octets = octets;
    }

    /** @param octets 32 octets */
    public static SecretDigest of(byte[] octets) {
        if (octets.length != 32) {
            throw new IllegalArgumentException("A SHA-256 digest has 32 octets");
        }
        return new SecretDigest(octets.clone());
    }

    /** A copy of the 32 octets. */
    public byte[] octets() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretDigest that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return "SecretDigest[hidden]";
    }
}
