package io.registrar.metadata.key;

/** What a public key is good for. */
enum KeyUse {
    SIGNATURE,
    ENCRYPTION
}
