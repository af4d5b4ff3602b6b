package io.registrar.metadata.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Questions about a JWK Set that has been found sound: which of its keys can do what. */
public final class ClientKeys {

    private final List<ClientKey> usable;

    private ClientKeys(List<ClientKey> usable) {
        this.usable = usable;
    }

    /** The keys of a set, those of unknown types left out (RFC 7517 §5). */
    public static ClientKeys of(JsonNode jwks) {
        return new ClientKeys(StreamSupport.stream(jwks.path("keys").spliterator(), false)
                .map(ClientKey::new)
                .filter(ClientKey::isKnownType)
                .toList());
    }

    /** Whether nothing can be done with any of them. */
    public boolean areNone() {
        return usable.isEmpty();
    }

    /** Whether a signature of the client can be checked with one of them. */
    public boolean canVerify() {
        return usable.stream().anyMatch(ClientKey::verifies);
    }

    /** Whether something can be encrypted to the client with one of them. */
    public boolean canEncrypt() {
        return usable.stream().anyMatch(ClientKey::encrypts);
    }

    /** Whether there is a usable key and each has its certificate (RFC 8705 §2.2.2). */
    public boolean allHaveCertificates() {
        return !areNone() && usable.stream().allMatch(key -> key.has("x5c"));
    }
}
