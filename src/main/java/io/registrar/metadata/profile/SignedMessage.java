package io.registrar.metadata.profile;

/** What FAPI 2.0 Message Signing lets an ecosystem sign beside requests. */
public enum SignedMessage {
    /** Authorization responses (JARM). */
    JARM,
    /** Introspection responses (RFC 9701). */
    INTROSPECTION
}
