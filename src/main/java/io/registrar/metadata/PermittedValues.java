package io.registrar.metadata;

/** What the profile in force lets the server choose for a client. */
@FunctionalInterface
public interface PermittedValues {

    /** Whether this value may be chosen for the member. */
    boolean permits(MetadataField field, String value);
}
