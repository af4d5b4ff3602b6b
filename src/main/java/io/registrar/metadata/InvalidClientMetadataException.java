package io.registrar.metadata;

import java.util.List;

/**
 * The client's metadata is refused: HTTP 400 (RFC 7591 §3.2.2). Carries every violation found; the first one decides
 * the answer's {@code error}.
 */
public final class InvalidClientMetadataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** Refuses with these violations, the deciding one first; there is at least one. */
    public InvalidClientMetadataException(List<Violation> violations) {
        // No stack trace: this is an answer, not a fault of the program, and anybody can provoke it.
        super(violations.get(0).message(), null, false, false);
        this.violations = List.copyOf(violations);
    }

    /** Every violation, in the order of the reference, so that answers are reproducible. */
    public List<Violation> violations() {
        return violations;
    }

    static InvalidClientMetadataException ofBody(String message) {
        return new InvalidClientMetadataException(
                List.of(new Violation("", "", ErrorCode.INVALID_CLIENT_METADATA, message)));
    }
}
