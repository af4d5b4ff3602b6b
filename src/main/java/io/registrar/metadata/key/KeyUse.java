package io.registrar.metadata.key;

/** What a public key is good for. */
public enum KeyUse {
    SIGNATURE,
    ENCRYPTION
}
