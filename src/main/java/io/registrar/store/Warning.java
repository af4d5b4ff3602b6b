package io.registrar.store;

import java.util.Objects;

/**
 * Something about a registration that its caller should know, though it is no reason to refuse it.
 *
 * @param member the declared member that it is about
 * @param pointer where it is, as a JSON pointer (RFC 6901), for example {@code /grant_types/1}
 * @param reader the identity server that does not honour the value; empty when this service itself warns
 * @param message for a person; printable ASCII without quote and backslash, as in {@code error_description}
 */
public record Warning(String member, String pointer, String reader, String message) {

    public Warning {
        Objects.requireNonNull(member);
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(reader);
        Objects.requireNonNull(message);
    }
}
